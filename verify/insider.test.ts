import { headDigest, logHead, signHead } from '@suishoupai/shared/votes/head';
import { packFile, sealPack, type UnsealedPack, VotePack } from '@suishoupai/shared/votes/pack';
import { receiptCode } from '@suishoupai/shared/votes/receipt';
import { describe, expect, test } from 'vitest';
import { eventfulVote, eventfulVotes, hour, scripts } from './test/eventful-votes.ts';
import { wrongIn } from './test/findings.ts';
import { keyOf, sha256 } from './test/key.ts';
import { cast, leafIn, publish, type Running, sweep } from './test/service.ts';

/**
 * Whoever holds the key can seal anything. What such a pack cannot do is agree with what was given out before: receipts and the heads
 * on the notice board. Not found by the tool, and therefore for people to look at: a ballot for somebody who never voted (the list of
 * who took part is public), a sale or a sheet that never was, a second ballot that was refused and left out, and times within a sweep.
 */
const key = keyOf(7);
const { open } = await eventfulVotes();
const honest = VotePack.parse(JSON.parse(open.pack));

const resealed = async (change: (pack: UnsealedPack) => UnsealedPack): Promise<string> => {
  const { seal: _, ...unsealed } = honest;
  return packFile(await sealPack(change(unsealed), sha256, key.sign));
};

const first = <T>(list: readonly T[], change: (item: T) => T): T[] =>
  list.map((item, at) => (at === 0 ? change(item) : item));
const abstention = { abstain: true } as const;
const voted = '签署的记录里正好是这些票和它们代替的票';

describe('有钥匙的人改了重新封口，已公布的签署不变', () => {
  test.each<[string, (pack: UnsealedPack) => UnsealedPack, string]>([
    [
      '改一张票',
      (pack) => ({ ...pack, ballots: first(pack.ballots, (one) => ({ ...one, choice: abstention })) }),
      voted,
    ],
    [
      '少一张票',
      (pack) => ({ ...pack, ballots: pack.ballots.slice(1), participants: pack.participants.slice(1) }),
      voted,
    ],
    [
      '截止以后添一张票',
      (pack) => ({
        ...pack,
        ballots: [...pack.ballots, ...pack.ballots.slice(-1).map((one) => ({ ...one, slot: 's4' }))],
        participants: [...pack.participants, { slot: 's4', channel: 'online' }],
      }),
      voted,
    ],
    [
      '换回改投以前的票',
      (pack) => ({ ...pack, ballots: first(pack.ballots, (one) => ({ ...one, replaces: [] })) }),
      voted,
    ],
    ['改结果', (pack) => ({ ...pack, result: { ...pack.result, outcome: 'rejected' } }), '重新计票：不通过'],
    [
      '少算一张弃权',
      (pack) => ({ ...pack, result: { ...pack.result, abstained: { heads: 0, area: 0 } } }),
      '重新计票：通过',
    ],
    [
      '改名册面积',
      (pack) => ({
        ...pack,
        roll: first(pack.roll, (one) => ({ ...one, units: one.units.map((unit) => ({ ...unit, area: 1 })) })),
      }),
      '名册和题目与开始时签署的一致',
    ],
    ['改题目', (pack) => ({ ...pack, vote: { ...pack.vote, title: '续聘物业' } }), '名册和题目与开始时签署的一致'],
    [
      '改规则',
      (pack) => ({ ...pack, vote: { ...pack.vote, ruleSet: { ...pack.vote.ruleSet, approval: [] } } }),
      '名册和题目与开始时签署的一致',
    ],
    ['改截止', (pack) => ({ ...pack, vote: { ...pack.vote, closesAt: hour(25, 1) } }), '名册和题目与开始时签署的一致'],
    [
      '少一次签署',
      (pack) => ({ ...pack, heads: pack.heads.filter(({ n }) => n !== 1), log: pack.log.slice(1) }),
      '历次签署前后相连，截止以后才封口',
    ],
    ['名单少一人', (pack) => ({ ...pack, participants: pack.participants.slice(1) }), '一人一票，投票的人都在名册里'],
    [
      '名单里纸质改手机',
      (pack) => ({ ...pack, participants: pack.participants.map(({ slot }) => ({ slot, channel: 'online' })) }),
      '一人一票，投票的人都在名册里',
    ],
    ['票换了先后', (pack) => ({ ...pack, ballots: [...pack.ballots].reverse() }), '一人一票，投票的人都在名册里'],
    ['纸质票数对不上', (pack) => ({ ...pack, paper: { ...pack.paper, returned: 4 } }), '纸质票 1 张，对得上'],
    ['藏起一张重复票', (pack) => ({ ...pack, refused: pack.refused.slice(0, 1) }), '纸质票 1 张，对得上'],
    [
      '投过票的人卖了房还转走',
      (pack) => ({ ...pack, transfers: pack.transfers.map((one) => ({ ...one, at: hour(20, 1) })) }),
      '卖房以前投的票有效，没有投过才转给买方',
    ],
    ['去掉一次买卖', (pack) => ({ ...pack, transfers: [] }), '重新计票：通过'],
    [
      '截止以后才公告延期',
      (pack) => ({ ...pack, extensions: pack.extensions.map((one) => ({ ...one, publishedAt: hour(24, 11) })) }),
      '延期都在原定截止以前公告',
    ],
    ['藏起延期', (pack) => ({ ...pack, extensions: [] }), '每张票在开放时间以内投出'],
  ])('%s', async (_, change, expected) => {
    expect(wrongIn(await resealed(change))).toContain(expected);
  });
});

describe('有钥匙的人连签署也重做', () => {
  const closedOver = async (change: (running: Running) => void): Promise<{ pack: string; running: Running }> => {
    const running = await eventfulVote(scripts.open);
    change(running);
    await sweep(running, hour(26, 10), 'close');
    return { pack: (await publish(running)).pack, running };
  };
  const late = {
    ballot: '9'.repeat(32),
    nonce: '8'.repeat(32),
    channel: 'online',
    choice: { option: 'approve' },
  } as const;

  test('截止以后投的票，写着真的时间', async () => {
    const { pack } = await closedOver((running) => cast(running, { ...late, slot: 's4', castAt: hour(26, 10) }));
    expect(wrongIn(pack)).toEqual(['每张票在开放时间以内投出']);
  });

  test('不合题意的票', async () => {
    const closed = closedOver((running) =>
      cast(running, { ...late, slot: 's4', castAt: hour(26, 9), choice: { option: 'c' } }),
    );
    await expect(closed).rejects.toThrow(RangeError);
  });

  test('公告栏上的短码和收据都对不上', async () => {
    const { running } = await closedOver(() => {});
    const [receipt] = running.receipts.slice(-1);
    const codes = running.heads.map((head) => receiptCode(headDigest(head, sha256)));
    const swapped = await eventfulVote({
      ...scripts.open,
      choices: [scripts.open.choices[1], scripts.open.choices[1], scripts.open.choices[1]],
    });
    await sweep(swapped, hour(26, 10), 'close');
    const { pack } = await publish(swapped);
    expect(receipt).toBeDefined();
    expect(wrongIn(pack)).toEqual([]);
    expect(receipt && wrongIn(pack, { receipt })).toEqual(['收据的票在记录里']);
    expect(codes.slice(2).map((head) => wrongIn(pack, { head }).length)).toEqual([1, 1]);
    expect(codes.slice(0, 2).map((head) => wrongIn(pack, { head }).length)).toEqual([0, 0]);
  });

  test('藏起一张票：收据对不上', async () => {
    const { running, pack } = await closedOver((hidden) => {
      hidden.ballots.delete('s3');
      hidden.pending.pop();
      hidden.refused.pop();
      hidden.paper = { ...hidden.paper, refused: 0, returned: 2 };
    });
    const [receipt] = running.receipts.slice(-1);
    expect(wrongIn(pack)).toEqual([]);
    expect(receipt && wrongIn(pack, { receipt })).toEqual(['收据的票在记录里']);
  });

  test('封口以后又多一次签署', async () => {
    const last = honest.heads.at(-1);
    if (last === undefined) throw new Error('a pack has heads');
    const log = [...honest.log, []];
    const extra = await signHead(logHead({ kind: 'close', log, at: last.at, previous: last }, sha256), key.sign);
    const pack = await resealed((one) => ({ ...one, log, heads: [...one.heads, extra] }));
    expect(wrongIn(pack)).toEqual(['历次签署前后相连，截止以后才封口']);
  });

  test('替没投票的人投一张，工具看不出来：要看公布的名单', async () => {
    const { pack } = await closedOver((running) => cast(running, { ...late, slot: 's4', castAt: hour(26, 9) }));
    expect(wrongIn(pack)).toEqual([]);
    expect(VotePack.parse(JSON.parse(pack)).participants.map(({ slot }) => slot)).toContain('s4');
  });

  test('一人两张票拼不成结果包', async () => {
    const running = await eventfulVote(scripts.open);
    const [ballot] = running.ballots.values();
    if (ballot === undefined) throw new Error('somebody voted');
    const twin = { ...ballot, nonce: '7'.repeat(32), replaces: [], seq: 1 };
    running.ballots.set('twin', twin);
    running.pending.push(leafIn(running, twin));
    await sweep(running, hour(26, 10), 'close');
    await expect(publish(running)).rejects.toThrow(RangeError);
  });
});
