import { utf8 } from '@suishoupai/shared/votes/bytes';
import type { Receipt } from '@suishoupai/shared/votes/contract';
import { inclusionProof, leafHash, merkleRoot } from '@suishoupai/shared/votes/merkle';
import { receiptCode } from '@suishoupai/shared/votes/receipt';
import { expect, it } from 'vitest';
import { findingsOf } from './checking.ts';
import { sha256 } from './sha256.ts';

const leaves = ['甲', '乙', '丙', '丁', '戊'].map((words) => leafHash(utf8(words), sha256));
const [, , leaf = ''] = leaves;
const root = merkleRoot(leaves, sha256);
const aReceipt = (given: Partial<Receipt> = {}): Receipt => ({
  voteId: 'vot_xfl_0123456789abcdefghjkmnpqrs',
  leaf,
  code: receiptCode(leaf),
  castAt: '2026-11-20T08:00:00.000Z',
  seq: 1,
  proof: { index: 2, size: leaves.length, root, path: inclusionProof(leaves, 2, sha256) },
  ...given,
});
const kept = { leaf, code: receiptCode(leaf), seq: 1, castAt: '2026-11-20T08:00:00.000Z' };
const standings = (receipt: Receipt, known = kept) =>
  findingsOf(receipt, known, undefined).map(({ standing }) => standing);

it('回执和证明都对', () => {
  expect(standings(aReceipt())).toEqual(['good', 'good']);
});

it('截止前还不能验', () => {
  expect(standings(aReceipt({ proof: undefined }))).toEqual(['good', 'open']);
});

it('服务端换了回执，手机看得出来', () => {
  const [other = ''] = leaves;
  expect(standings(aReceipt({ leaf: other, code: receiptCode(other) }))[0]).toBe('bad');
});

it('证明改动一处就通不过', () => {
  const { proof } = aReceipt();
  if (proof === undefined) throw new Error('no proof');
  expect(standings(aReceipt({ proof: { ...proof, index: 1 } }))[1]).toBe('bad');
  expect(standings(aReceipt({ proof: { ...proof, path: [...proof.path].reverse() } }))[1]).toBe('bad');
});
