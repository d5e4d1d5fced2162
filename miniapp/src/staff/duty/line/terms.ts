import type { Limit, Stage } from '@suishoupai/shared/duty/contract';
import { DutyTerms } from '@suishoupai/shared/duty/edit-routes';
import type { NegativeRule } from '@suishoupai/shared/duty/negative';
import { lineProblems } from '@suishoupai/shared/duty/problems';
import { dutyFor } from '@suishoupai/shared/duty/rules';
import type { DepartmentId } from '@suishoupai/shared/ids';
import type { Department, DutyLine } from '@suishoupai/shared/places/contract';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import * as z from 'zod/mini';

/** A line in the making: a lead may still be missing. */
export type TermsForm = {
  departmentId: DepartmentId | undefined;
  supporting: DepartmentId[];
  accept: Limit;
  resolve: Limit;
  check: Limit;
  stages: Stage[];
  isOnTheSpot: boolean;
};

/** What the form starts with: the line as it stands, or the usual limits without a lead. */
export const formOf = (lines: readonly DutyLine[], code: CategoryCode): TermsForm => {
  const line = dutyFor(lines, code);
  return {
    departmentId: line?.departmentId,
    supporting: line?.supporting ?? [],
    accept: line?.accept ?? { unit: 'hour', amount: 24 },
    resolve: line?.resolve ?? { unit: 'workDay', amount: 7 },
    check: line?.check ?? { unit: 'workDay', amount: 1 },
    stages: line?.stages ?? [],
    isOnTheSpot: line?.filing === 'onTheSpot',
  };
};

/** Whoever leads does not support. */
export const withLead = (form: TermsForm, departmentId: DepartmentId): TermsForm => ({
  ...form,
  departmentId,
  supporting: form.supporting.filter((id) => id !== departmentId),
});

export const toggleSupporting = (form: TermsForm, id: DepartmentId): TermsForm => ({
  ...form,
  supporting: form.supporting.includes(id) ? form.supporting.filter((each) => each !== id) : [...form.supporting, id],
});

type Surroundings = { departments: readonly Department[]; negative: readonly NegativeRule[] };
type Checked = { terms: DutyTerms } | { problems: Record<string, string> };

/** The line that a form says, or what is wrong by field. */
export const termsOf = (form: TermsForm, code: CategoryCode, surroundings: Surroundings): Checked => {
  const { departmentId, stages, isOnTheSpot, ...rest } = form;
  if (departmentId === undefined) return { problems: { departmentId: '请选择由谁牵头' } };
  const unnamed = stages.findIndex(({ name }) => name.trim() === '');
  if (unnamed !== -1) return { problems: { [`stages.${unnamed}.name`]: '给这个阶段起个名字，比如 停工' } };
  const terms = z.parse(DutyTerms, {
    ...rest,
    departmentId,
    ...(stages.length === 0 ? {} : { stages }),
    ...(isOnTheSpot ? { filing: 'onTheSpot' } : {}),
  });
  const found = lineProblems(code, terms, surroundings);
  if (found.length === 0) return { terms };
  return { problems: Object.fromEntries(found.map(({ field, message }) => [field, message])) };
};
