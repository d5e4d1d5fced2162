import { expect, test } from 'vitest';
import { blankDraft, bodyOf, missingIn } from './drafting.ts';

const now = '2026-11-16T02:00:00.000Z';
const draft = { ...blankDraft(now), title: '周六清洁楼道', words: '清理杂物', place: '3 栋门口' };

test('一周后上午九点，两小时', () => {
  expect(bodyOf(draft)).toMatchObject({
    startsAt: '2026-11-23T01:00:00.000Z',
    endsAt: '2026-11-23T03:00:00.000Z',
    places: 20,
    waitingPlaces: 10,
  });
});

test.each([
  [{}, undefined],
  [{ title: '打扫' }, '写上活动名称，至少 4 个字'],
  [{ places: '0' }, '名额写 1 到 200'],
  [{ places: '1.5' }, '名额写 1 到 200'],
  [{ waitingPlaces: '51' }, '候补写 0 到 50'],
  [{ startsAt: now }, '开始时间要晚于现在'],
])('%j：%s', (change, missing) => {
  expect(missingIn({ ...draft, ...change }, now)).toBe(missing);
});
