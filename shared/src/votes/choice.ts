import * as z from 'zod/mini';
import type { FieldError } from '../contract/errors.ts';
import { voteLimits } from './limits.ts';
import { OptionId, type Question } from './question.ts';

const names = z.array(OptionId).check(z.maxLength(voteLimits.options));
const points = z.record(OptionId, z.int().check(z.gte(0), z.lte(voteLimits.allotment)));

/** What an elector says, by method: `option` single, `options` multiple, `ranking` (best first) ranked, `scores` scored, `amounts` budget. */
export const Choice = z.union([
  z.strictObject({ abstain: z.literal(true) }),
  z.strictObject({ option: OptionId }),
  z.strictObject({ options: names }),
  z.strictObject({ ranking: names }),
  z.strictObject({ scores: points }),
  z.strictObject({ amounts: points }),
]);
export type Choice = z.output<typeof Choice>;

/** One broken rule of a choice; `field` is within the choice. */
export type FieldProblem = FieldError;

const problem = (field: string, rule: string, message: string): FieldProblem => ({ field, rule, message });

const namesProblem = (field: string, question: Question, chosen: readonly string[], min: number, max: number) => {
  for (const [at, id] of chosen.entries()) {
    if (!question.options.some((option) => option.id === id)) {
      return problem(`${field}.${at}`, 'unknownOption', '没有这个选项');
    }
    if (chosen.indexOf(id) !== at) return problem(`${field}.${at}`, 'repeated', '同一个选项选了两次');
  }
  if (chosen.length < min) return problem(field, 'tooFew', `至少选 ${min} 项`);
  return chosen.length > max ? problem(field, 'tooMany', `最多选 ${max} 项`) : undefined;
};

const pointsProblem = (field: string, question: Question, given: Record<string, number>, maxEach: number) => {
  for (const [id, amount] of Object.entries(given)) {
    if (!question.options.some((option) => option.id === id)) {
      return problem(`${field}.${id}`, 'unknownOption', '没有这个选项');
    }
    if (!Number.isSafeInteger(amount) || amount < 0)
      return problem(`${field}.${id}`, 'notWhole', '要填不小于 0 的整数');
    if (amount > maxEach) return problem(`${field}.${id}`, 'tooMuch', `最多 ${maxEach}`);
  }
  return undefined;
};

const sumOf = (given: Record<string, number>): number => Object.values(given).reduce((sum, amount) => sum + amount, 0);

const wrongMethod = (field: string) => problem(field, 'method', '这次表决不是这样填的');

/** The first rule that a choice breaks, or undefined when it may be cast. Abstaining is always allowed. */
export const checkChoice = (question: Question, choice: Choice): FieldProblem | undefined => {
  if ('abstain' in choice) return undefined;
  switch (question.method) {
    case 'single':
      if (!('option' in choice)) return wrongMethod('option');
      return question.options.some(({ id }) => id === choice.option)
        ? undefined
        : problem('option', 'unknownOption', '没有这个选项');
    case 'multiple':
      if (!('options' in choice)) return wrongMethod('options');
      return namesProblem('options', question, choice.options, question.min, question.max);
    case 'ranked':
      if (!('ranking' in choice)) return wrongMethod('ranking');
      return namesProblem('ranking', question, choice.ranking, question.min, question.max);
    case 'scored':
      if (!('scores' in choice)) return wrongMethod('scores');
      if (Object.keys(choice.scores).length === 0) return problem('scores', 'tooFew', '至少给一项打分');
      return pointsProblem('scores', question, choice.scores, question.maxScore);
    case 'budget': {
      if (!('amounts' in choice)) return wrongMethod('amounts');
      const broken = pointsProblem('amounts', question, choice.amounts, question.allotment);
      if (broken !== undefined) return broken;
      const sum = sumOf(choice.amounts);
      if (sum < 1) return problem('amounts', 'tooFew', '至少分给一项；都不支持请选弃权');
      return sum > question.allotment
        ? problem('amounts', 'overAllotment', `一共最多分 ${question.allotment}`)
        : undefined;
    }
    default:
      return question satisfies never;
  }
};
