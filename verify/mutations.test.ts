import { canonical } from '@suishoupai/shared/votes/canonical';
import { packFile, sealPack, type VotePack } from '@suishoupai/shared/votes/pack';
import { keyFingerprint } from '@suishoupai/shared/votes/receipt';
import { describe, expect, test } from 'vitest';
import { eventfulVotes, hour } from './test/eventful-votes.ts';
import { wrongIn } from './test/findings.ts';
import { keyOf, sha256 } from './test/key.ts';
import { mutationsOf } from './test/mutations.ts';
import { cast, openVote, publish, sweep } from './test/service.ts';
import { tinyBallot, tinyVote } from './test/tiny-vote.ts';

const packs = Object.entries(await eventfulVotes());

describe.each(packs)('结果包：%s', (_, { pack, openings }) => {
  const given = openings === undefined ? {} : { openings };
  const parsed = JSON.parse(pack);

  test('原样是好的', () => {
    expect(wrongIn(pack, given)).toEqual([]);
  });

  test('每一处改动都发现', { timeout: 120_000 }, () => {
    const mutations = mutationsOf(parsed);
    const missed = mutations.filter(({ changed }) => wrongIn(`${canonical(changed)}\n`, given).length === 0);
    expect(missed.map(({ what }) => what)).toEqual([]);
    expect(mutations.length).toBeGreaterThan(500);
  });

  test('换了写法也发现', () => {
    const spaced = `${JSON.stringify(parsed, null, 1)}\n`;
    const turned = `${JSON.stringify(Object.fromEntries(Object.entries(parsed).reverse()))}\n`;
    for (const text of [spaced, turned, ` ${pack}`, `${pack}\n`, `\ufeff${pack}`]) {
      expect(wrongIn(text, given).length).toBeGreaterThan(0);
    }
  });

  test('换一把钥匙重新封口：指纹对不上', async () => {
    const { seal: __, ...unsealed }: VotePack = parsed;
    const forger = keyOf(9);
    const forged = packFile(await sealPack({ ...unsealed, publicKey: forger.publicKey }, sha256, forger.sign));
    expect(wrongIn(forged, given)).toContain('历次签署前后相连，截止以后才封口');
    const key = keyFingerprint(unsealed.publicKey, sha256);
    expect(wrongIn(pack, { ...given, key })).toEqual([]);
    expect(wrongIn(forged, { ...given, key }).join()).toContain('密钥指纹');
  });
});

test('每一个字节改一位都发现，去掉、多一个也发现', { timeout: 120_000 }, async () => {
  const running = await openVote(...tinyVote);
  cast(running, { ...tinyBallot, castAt: hour(17, 2) });
  await sweep(running, hour(24, 10), 'close');
  const bytes = Buffer.from((await publish(running)).pack);
  expect(wrongIn(bytes)).toEqual([]);
  const missed: string[] = [];
  for (const at of bytes.keys()) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    if (wrongIn(flipped).length === 0) missed.push(`${at} flipped`);
    // The file may end without its newline; everything else may not be missing.
    if (at % 5 > 0 || at === bytes.length - 1) continue;
    const lost = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    const more = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + 1), bytes.subarray(at)]);
    if (wrongIn(lost).length === 0) missed.push(`${at} lost`);
    if (wrongIn(more).length === 0) missed.push(`${at} doubled`);
  }
  expect(missed).toEqual([]);
});
