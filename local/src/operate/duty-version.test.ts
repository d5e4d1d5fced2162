import { expect, test } from 'vitest';
import { aDutyLine } from '../../../functions/test/builders.ts';
import { versionFromFile } from './duty-version.ts';

const now = new Date('2026-11-16T02:00:00.000Z');
const rule = { id: 'neg_building', codes: ['E0101'], text: '拆除违法建设', basis: '《城乡规划法》' };
const lists = { lines: [aDutyLine()], negative: [rule] };
const first = versionFromFile(undefined, lists, now);

test('第一次写入：第一版，立即生效，没有前后可比', () => {
  expect(first).toMatchObject({
    ...lists,
    version: 1,
    effectiveFrom: now.toISOString(),
    changed: [],
    reason: '社区开通',
  });
});

test('文件没有变，不多出一版', () => {
  expect(versionFromFile(first, lists, now)).toBeUndefined();
});

test('文件里没有的行和条目删去，记下前后', () => {
  const lines = [aDutyLine({ categoryCode: 'E0102' })];
  expect(versionFromFile(first, { lines, negative: [] }, now)).toMatchObject({
    version: 2,
    lines,
    negative: [],
    changed: [
      { categoryCode: 'E0102', after: lines[0] },
      { categoryCode: 'C0118', before: aDutyLine() },
    ],
    changedNegative: [{ id: rule.id, before: rule }],
  });
});

test('社区写的下一版还没生效，就不写入', () => {
  const coming = first && { ...first, effectiveFrom: '2026-12-01T00:00:00.000Z' };
  expect(() => versionFromFile(coming, { lines: [], negative: [] }, now)).toThrow('第 1 版要到');
});
