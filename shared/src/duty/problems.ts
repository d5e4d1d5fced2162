import type { Department, DutyLine } from '../places/contract.ts';
import { categoryByCode, categoryClasses } from '../taxonomy/categories.ts';
import type { CategoryCode } from '../taxonomy/contract.ts';
import { applyEdit } from './edit.ts';
import type { DutyChange, DutyTerms, NegativeChange } from './edit-routes.ts';
import { forbiddenBy, type NegativeRule } from './negative.ts';
import type { DutyList } from './routes.ts';
import { roughHours } from './stages.ts';

/** A broken rule: the field, dotted from where it was asked about, and the sentence to show beside it. */
export type DutyProblem = { field: string; message: string };

type Surroundings = { departments: readonly Department[]; negative: readonly NegativeRule[] };

const leadProblems = (code: CategoryCode, { departmentId }: DutyTerms, { departments, negative }: Surroundings) => {
  const lead = departments.find(({ id }) => id === departmentId);
  if (lead === undefined) return [{ field: 'departmentId', message: `没有部门 ${departmentId}` }];
  const rule = forbiddenBy(negative, code, lead);
  return rule === undefined
    ? []
    : [{ field: 'departmentId', message: `负面清单：「${rule.text}」不能推给${lead.name}` }];
};

const supportingProblems = ({ departmentId, supporting }: DutyTerms, { departments }: Surroundings) =>
  supporting.flatMap((id, at): DutyProblem[] => {
    const field = `supporting.${at}`;
    if (!departments.some((department) => department.id === id)) return [{ field, message: `没有部门 ${id}` }];
    if (id === departmentId) return [{ field, message: '牵头的不能同时协办' }];
    return supporting.indexOf(id) === at ? [] : [{ field, message: '同一个部门写了两遍' }];
  });

const stageProblems = ({ stages = [], resolve }: DutyTerms) =>
  stages.flatMap(({ name, limit }, at): DutyProblem[] => {
    if (stages.findIndex((stage) => stage.name === name) !== at) {
      return [{ field: `stages.${at}.name`, message: `「${name}」写了两遍` }];
    }
    const field = `stages.${at}.limit`;
    if (roughHours(limit) >= roughHours(resolve)) return [{ field, message: `「${name}」要早于办结时限` }];
    const before = stages[at - 1];
    const isLater = before === undefined || roughHours(limit) > roughHours(before.limit);
    return isLater ? [] : [{ field, message: `「${name}」要晚于「${before.name}」` }];
  });

/** Everything wrong with one line in a community of these departments; empty when it may stand. */
export const lineProblems = (code: CategoryCode, terms: DutyTerms, surroundings: Surroundings): DutyProblem[] => [
  ...(categoryByCode(code) === undefined ? [{ field: 'categoryCode', message: `没有这个类别：${code}` }] : []),
  ...leadProblems(code, terms, surroundings),
  ...supportingProblems(terms, surroundings),
  ...stageProblems(terms),
];

const isKnownCode = (code: string): boolean =>
  categoryByCode(code) !== undefined || categoryClasses().some(({ prefix }) => prefix === code);

/** Codes of a rule that name neither a category nor a class. */
export const ruleProblems = ({ codes }: Pick<NegativeRule, 'codes'>): DutyProblem[] =>
  codes.flatMap((code, at) => (isKnownCode(code) ? [] : [{ field: `codes.${at}`, message: `没有这个类别：${code}` }]));

const under = (prefix: string, problems: readonly DutyProblem[]): DutyProblem[] =>
  problems.map(({ field, message }) => ({ field: `${prefix}.${field}`, message }));

type Edit = { changes: readonly DutyChange[]; negative: readonly NegativeChange[] };

const changeProblems = ({ changes }: Edit, surroundings: Surroundings) =>
  changes.flatMap(({ categoryCode, line }, at): DutyProblem[] => {
    const isRepeated = changes.findIndex((change) => change.categoryCode === categoryCode) !== at;
    if (isRepeated) return [{ field: `changes.${at}.categoryCode`, message: '同一个类别写了两遍' }];
    if (line === null) return [];
    return lineProblems(categoryCode, line, surroundings).map(({ field, message }) => ({
      field: field === 'categoryCode' ? `changes.${at}.${field}` : `changes.${at}.line.${field}`,
      message,
    }));
  });

const negativeProblems = ({ changes, negative }: Edit, lines: readonly DutyLine[], { departments }: Surroundings) =>
  negative.flatMap(({ id, rule }, at): DutyProblem[] => {
    if (negative.findIndex((change) => change.id === id) !== at) {
      return [{ field: `negative.${at}.id`, message: '同一条写了两遍' }];
    }
    if (rule === null) return [];
    const standing = lines.find(({ categoryCode, departmentId }) => {
      const lead = departments.find((department) => department.id === departmentId);
      const isEdited = changes.some((change) => change.categoryCode === categoryCode);
      return !isEdited && lead !== undefined && forbiddenBy([{ id, ...rule }], categoryCode, lead) !== undefined;
    });
    const name = standing && (categoryByCode(standing.categoryCode)?.name ?? standing.categoryCode);
    return [
      ...under(`negative.${at}.rule`, ruleProblems(rule)),
      ...(name === undefined
        ? []
        : [{ field: `negative.${at}.rule.codes`, message: `「${name}」正由居委会牵头，请一起改派` }]),
    ];
  });

/**
 * Everything wrong with an edit of a list, fields named as in the request; empty when it may become the next version. Lines that the
 * edit does not touch stay as they are, also when their department has gone since.
 */
export const editProblems = (
  base: Pick<DutyList, 'lines' | 'negative'>,
  edit: Edit,
  departments: readonly Department[],
): DutyProblem[] => {
  const after = applyEdit(base, edit);
  const surroundings = { departments, negative: after.negative };
  if (after.changed.length + after.changedNegative.length === 0) {
    return [{ field: 'changes', message: '和现在的清单一样，没有改动' }];
  }
  return [...changeProblems(edit, surroundings), ...negativeProblems(edit, after.lines, surroundings)];
};
