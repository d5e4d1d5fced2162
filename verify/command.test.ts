import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyFingerprint } from '@suishoupai/shared/votes/receipt';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from './test/key.ts';
import { randomVote } from './test/random-vote.ts';

const command = fileURLToPath(new URL('suishoupai-verify.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'suishoupai-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const named = await randomVote(4, { secrecy: 'open', electors: 9 });
const secret = await randomVote(11, { secrecy: 'secret', electors: 9, method: 'single' });
const packFile = file('pack.json', named.pack);
const [receipt] = named.receipts.slice(-1);
if (receipt === undefined) throw new Error('nobody voted');

test('好的结果包：逐项打勾，退出码 0', () => {
  const { status, stdout } = run(packFile);
  expect(status).toBe(0);
  expect(stdout).toContain('✓ 封印');
  expect(stdout).toContain(keyFingerprint(named.input.publicKey, sha256));
  expect(stdout.trim().split('\n').at(-1)).toBe('可信：全部相符');
  expect(stdout).not.toContain('✗');
});

test('收据可以是文件，也可以是念出来的短码', () => {
  const asFile = run(packFile, file('receipt.json', JSON.stringify(receipt)));
  const asCode = run(packFile, receipt.code.toLowerCase());
  expect([asFile.status, asCode.status]).toEqual([0, 0]);
  expect(asCode.stdout).toContain('✓ 收据的票');
  expect(run(packFile, '0000-0000-0000')).toMatchObject({ status: 1 });
  expect(run(packFile, file('other.json', JSON.stringify({ ...receipt, vote: 'vot_other' })))).toMatchObject({
    status: 1,
  });
});

test('不对的结果包：退出码 1', () => {
  const { status, stdout } = run(file('bad.json', named.pack.replace('更换物业', '续聘物业')));
  expect(status).toBe(1);
  expect(stdout).toContain('✗ 封印');
  expect(run(file('text.json', '不是结果包')).status).toBe(1);
  expect(run(file('other-format.json', '{"format":"x"}\n')).status).toBe(1);
  expect(run(packFile, '--key', '0000-0000-0000-0000-0000-0000').status).toBe(1);
});

test('开票文件', () => {
  const pack = file('secret.json', secret.pack);
  const openings = file('openings.json', JSON.stringify(secret.openings));
  expect(run(pack).status).toBe(0);
  expect(run(pack, '--openings', openings)).toMatchObject({ status: 0 });
  const wrong = {
    ...secret.openings,
    openings: secret.openings.openings.map((one) => ({ ...one, choice: { abstain: true } })),
  };
  expect(run(pack, '--openings', file('wrong.json', JSON.stringify(wrong))).status).toBe(1);
});

test.each([[[]], [['/nowhere/pack.json']], [['--unknown']]])('用错了：%j，退出码 2', (args) => {
  const { status, stderr } = run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain('用法');
});
