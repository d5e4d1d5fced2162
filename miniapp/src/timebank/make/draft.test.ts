import { NewListing } from '@suishoupai/shared/timebank/routes';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { blank, type Draft, listingOf, missingIn, timesOf } from './draft.ts';

const draft: Draft = { ...blank('offer'), skill: 'clinic', words: '陪您去医院', days: ['1', '3'], parts: ['am'] };
const id = 'lst_xfl_0123456789abcdefghjkmnpqrs';

test.each([
  ['哪种帮忙', { skill: undefined }, '选哪种帮忙'],
  ['说明', { words: ' ' }, '写一两句话'],
  ['楼栋', { building: '3-501' }, '楼栋只写号，不写门牌'],
  ['星期', { days: [] }, '选星期几'],
  ['时段', { parts: [] }, '选上午、下午还是晚上'],
] as const)('还缺%s', (_, change, words) => {
  expect(missingIn({ ...draft, ...change } as Draft)).toBe(words);
});

test('星期和时段合起来，是服务收的样子', () => {
  expect(timesOf(draft)).toEqual(['1am', '3am']);
  expect(z.safeParse(NewListing, listingOf(draft, id)).success).toBe(true);
  expect(listingOf({ ...draft, days: [] }, id)).toBeUndefined();
});
