import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Choice, checkChoice } from './choice.ts';
import { Question } from './question.ts';
import { budget, motion, pickSome, rank, score } from './test/questions.ts';

const two: Question = { ...pickSome(), method: 'multiple', min: 2, max: 2 };

describe('填得对不对', () => {
  test.each<[string, Question, Choice, string | undefined]>([
    ['同意', motion, { option: 'approve' }, undefined],
    ['弃权总是可以', budget(1, 1, 1), { abstain: true }, undefined],
    ['没有的选项', motion, { option: 'a' }, 'option unknownOption'],
    ['单选填成多选', motion, { options: ['approve'] }, 'option method'],
    ['正好两项', two, { options: ['a', 'c'] }, undefined],
    ['少一项', two, { options: ['a'] }, 'options tooFew'],
    ['多一项', two, { options: ['a', 'b', 'c'] }, 'options tooMany'],
    ['选了两次', two, { options: ['a', 'a'] }, 'options.1 repeated'],
    ['多选里没有的', two, { options: ['a', 'z'] }, 'options.1 unknownOption'],
    ['只排一部分', rank(), { ranking: ['b'] }, undefined],
    ['同一项排了两次', rank(), { ranking: ['b', 'a', 'b'] }, 'ranking.2 repeated'],
    ['一项也不排', rank(), { ranking: [] }, 'ranking tooFew'],
    ['打满分', score(), { scores: { a: 5, b: 0 } }, undefined],
    ['打分超了', score(), { scores: { a: 6 } }, 'scores.a tooMuch'],
    ['打分有没有的选项', score(), { scores: { constructor: 1 } }, 'scores.constructor unknownOption'],
    ['一项也不打', score(), { scores: {} }, 'scores tooFew'],
    ['打半分', score(), { scores: { a: 1.5 } }, 'scores.a notWhole'],
    ['点数恰好用完', budget(1, 1, 1), { amounts: { a: 4, b: 6 } }, undefined],
    ['点数多一点', budget(1, 1, 1), { amounts: { a: 5, b: 6 } }, 'amounts overAllotment'],
    ['一点也不给', budget(1, 1, 1), { amounts: { a: 0 } }, 'amounts tooFew'],
    ['给负的', budget(1, 1, 1), { amounts: { a: -1, b: 5 } }, 'amounts.a notWhole'],
    ['一项就超', budget(1, 1, 1), { amounts: { a: 11 } }, 'amounts.a tooMuch'],
    ['预算填成打分', budget(1, 1, 1), { scores: { a: 1 } }, 'amounts method'],
  ])('%s', (_, question, choice, expected) => {
    const problem = checkChoice(question, choice);
    expect(problem && `${problem.field} ${problem.rule}`).toBe(expected);
  });

  test.each([
    {},
    { option: 'approve', abstain: true },
    { abstain: false },
    { option: 3 },
    { options: 'a' },
    { scores: { a: '5' } },
    { scores: { a: 1.5 } },
    { amounts: { a: -1 } },
    { option: '__proto__' },
  ])('%j 不是一张票', (given) => {
    expect(z.safeParse(Choice, given).success).toBe(false);
  });
});

describe('题目', () => {
  test.each([
    ['只有一个选项', { ...motion, options: motion.options.slice(0, 1) }],
    ['两个选项同名', { ...motion, options: [...motion.options, ...motion.options] }],
    ['没有方式', { text: '问', options: motion.options }],
    ['预算没有造价', { ...budget(1, 1, 1), options: motion.options }],
    ['选零项', { ...pickSome(), min: 0 }],
  ])('%s，不收', (_, question) => {
    expect(z.safeParse(Question, question).success).toBe(false);
  });

  test.each([motion, pickSome(2), rank(), score(), budget(5, 1, 2)])('$method 收下', (question) => {
    expect(z.parse(Question, question)).toEqual(question);
  });
});
