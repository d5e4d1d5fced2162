import { expect, test } from 'vitest';
import { announcementProblem, writtenMatters } from './announcement.ts';

const whole = { title: '关于电梯的公告', words: '定于下周六在活动室协商，欢迎参加', matters: ['是否同意加装电梯', ''] };

test.each([
  [{ title: '公告' }, '标题至少 4 个字'],
  [{ words: '来开会' }, '内容至少 10 个字'],
  [{ matters: [' '] }, '至少写一件事'],
  [{ matters: ['电梯'] }, '每件事至少 4 个字'],
  [{}, undefined],
])('%j', (change, problem) => {
  expect(announcementProblem({ ...whole, ...change })).toBe(problem);
});

test('空行和重复的不发', () => {
  expect(writtenMatters([' 是否同意 ', '', '是否同意'])).toEqual(['是否同意']);
});
