import { expect, test } from 'vitest';
import { changeWords, doorWords, termWords, usualUntil } from './standing.ts';

const now = '2026-11-16T02:00:00.000Z';
const one = {
  id: 'act_01m7ahsw83e5p2v6q9r0t1x4y7' as const,
  name: '王*明',
  units: ['3-1-501'],
  until: '2027-12-31',
  addedAt: now,
  addedBy: '幸福里居委会',
  isInForce: true,
};

test('几套房都写出来', () => {
  expect(doorWords(['3-1-501', '桂花楼--B02'])).toBe('3 栋 1 单元 501、桂花楼 B02');
});

test.each([
  [{}, '任期到 2027-12-31 · 幸福里居委会 登记'],
  [{ until: '2026-11-15', isInForce: false }, '任期 2026-11-15 已到，不再投票'],
  [{ isInForce: false }, '已不是认证的居民，不再投票'],
])('%j：%s', (change, words) => {
  expect(termWords({ ...one, ...change }, now)).toBe(words);
});

test('谁改的、改了什么', () => {
  const change = { id: one.id, at: now, by: '幸福里居委会', name: '王*明' };
  expect(changeWords({ ...change, what: 'remove', reason: '搬走了' })).toMatch(/幸福里居委会 撤下 王\*明：搬走了$/);
  expect(changeWords({ ...change, what: 'add' })).toMatch(/幸福里居委会 登记 王\*明$/);
});

test('默认一年，闰日也有那一天', () => {
  expect([usualUntil(now), usualUntil('2028-02-29T02:00:00.000Z')]).toEqual(['2027-11-16', '2029-02-28']);
});
