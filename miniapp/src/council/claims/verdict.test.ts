import type { ClaimForStaff } from '@suishoupai/shared/households/contract';
import { expect, test } from 'vitest';
import { ownersWords, verdictOf } from './verdict.ts';

const unit = (change: Partial<NonNullable<ClaimForStaff['unit']>> = {}): NonNullable<ClaimForStaff['unit']> => ({
  code: '3-1-501',
  area: 8950,
  status: 'sold',
  owners: [{ masked: '王*明 ***4', isClaimed: true }],
  bound: 0,
  ...change,
});

test.each([
  ['owner', unit(), '和名册上的业主相符', true],
  ['owner', unit({ owners: [{ masked: '李*', isClaimed: false }] }), '名册上没有这个业主', false],
  ['owner', unit({ status: 'unsold', owners: [] }), '还是建设单位的房', false],
  ['owner', undefined, '名册里没有这套房', false],
  ['member', unit(), '名册里有这套房', true],
  ['member', undefined, '名册里没有这套房', false],
] as const)('%s 申请，%#', (as, of, text, isGood) => {
  expect(verdictOf({ as, unit: of })).toMatchObject({ text, isGood });
});

test('业主打着码，申请的那位标出来', () => {
  expect(ownersWords({ unit: unit() })).toBe('王*明 ***4（申请人）');
  expect(ownersWords({ unit: unit({ owners: [] }) })).toBe('名册上没有业主');
  expect(ownersWords({ unit: undefined })).toBeUndefined();
});
