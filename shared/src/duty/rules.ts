import type { DepartmentId } from '../ids.ts';
import type { DutyLine } from '../places/contract.ts';
import { categoryClasses } from '../taxonomy/categories.ts';
import type { CategoryCode } from '../taxonomy/contract.ts';
import { type DepartmentKey, type DutyRule, dutyRules, usualLimits } from './default.ts';

const rulesByPrefix = new Map(dutyRules.flatMap((rule) => rule.codes.split(' ').map((prefix) => [prefix, rule])));

const ruleFor = (code: CategoryCode): DutyRule | undefined =>
  rulesByPrefix.get(code) ?? rulesByPrefix.get(code.slice(0, 3));

/**
 * The default responsibility list (责任清单) for a community's own departments: a line for every category that has a lead, in
 * the order of the codes. A lead that the community does not have is stood in for by its property company (`wuye`); without
 * that either, the category gets no line. A supporting department that is missing or leads already is left out.
 */
export const expandDefaultDuty = (departmentIdOf: (key: DepartmentKey) => DepartmentId | undefined): DutyLine[] =>
  categoryClasses()
    .flatMap((each) => each.categories)
    .flatMap(({ code }): DutyLine[] => {
      const { lead, supporting = [], limits = usualLimits, stages } = ruleFor(code) ?? {};
      const departmentId = lead && (departmentIdOf(lead) ?? departmentIdOf('wuye'));
      if (!departmentId) return [];
      const others = supporting
        .map(departmentIdOf)
        .filter((id): id is DepartmentId => id !== undefined && id !== departmentId);
      const staged = stages === undefined ? {} : { stages: [...stages] };
      return [{ categoryCode: code, departmentId, supporting: [...new Set(others)], ...limits, ...staged }];
    })
    .sort((a, b) => (a.categoryCode < b.categoryCode ? -1 : 1));

/** The line of a responsibility list for a category; undefined sends the report to the community desk. */
export const dutyFor = (lines: readonly DutyLine[], code: CategoryCode): DutyLine | undefined =>
  lines.find((line) => line.categoryCode === code);
