import { expect, test } from 'vitest';
import { badRows, changesWords, missingIn } from './preview.ts';

const problem = (row: number, column: string) => ({ row, column, message: '不能为空' });

test('每一行的问题都在那一行下面，说不完的也有行号', () => {
  const rows = badRows({
    problems: [problem(3, '房号'), problem(3, '面积'), problem(7, '楼栋')],
    problemRows: [3, 7, 9],
  });
  expect(rows.map(({ row, problems }) => [row, problems.length])).toEqual([
    [3, 2],
    [7, 1],
    [9, 0],
  ]);
});

test('坏行要么改好，要么勾选排除', () => {
  const preview = { problemRows: [3, 7], good: 5 };
  expect(missingIn(preview, [])).toContain('2 行');
  expect(missingIn(preview, [3])).toContain('1 行');
  expect(missingIn(preview, [3, 7])).toBeUndefined();
  expect(missingIn({ problemRows: [3], good: 0 }, [3])).toBe('没有一行能用');
});

test('表头错了，没有什么可排除', () => {
  expect(missingIn({ problemRows: [1], good: 0 }, [1])).toContain('表头');
});

test('没有变化也说出来', () => {
  expect(changesWords({ added: 0, changed: 0, removed: 0 })).toBe('和现在的名册一样');
  expect(changesWords({ added: 2, changed: 1, removed: 0 })).toContain('新增 2 套');
});
