import type { ClaimId } from '@suishoupai/shared/ids';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { blank, ClaimBody, type Claiming, claimOf, missingIn, wrongIn } from './claiming.ts';

const id: ClaimId = 'clm_xfl_0123456789abcdefghjkmnpqrs';
const owner: Claiming = {
  ...blank,
  building: '3',
  entrance: '2',
  room: '501',
  as: 'owner',
  name: '王小明',
  idTail: '12X4',
};

it.each([
  ['什么也没填', blank, '填楼栋和房号'],
  ['没说是业主还是住户', { ...owner, as: undefined }, '选业主还是住户'],
  ['业主没填证件尾号', { ...owner, idTail: '12' }, '填证件号最后四位'],
  ['住户不用证件', { ...owner, as: 'member' as const, idTail: '' }, undefined],
  ['手机号少一位', { ...owner, phone: '1380000000' }, '手机号要 11 位，也可以不填'],
  ['房号有空格和符号', { ...owner, room: '5#01' }, '有一处填得不对'],
  ['都有了', owner, undefined],
])('%s', (_, claiming, words) => {
  expect(missingIn(claiming, [])).toBe(words);
});

it('填得不对的地方当场说', () => {
  expect(wrongIn({ ...owner, phone: '2' }).phone).toBe('手机号不对');
  expect(wrongIn(blank)).toEqual({ place: undefined, idTail: undefined, phone: undefined });
});

it('送出去的合乎接口，住户不带证件尾号', () => {
  const body = claimOf({ ...owner, as: 'member' }, [], id);
  expect(body).not.toHaveProperty('idTail');
  expect(z.safeParse(ClaimBody, claimOf(owner, [], id)).success).toBe(true);
});
