import type { dutyRoutes } from '@suishoupai/shared/duty/routes';
import { dutyFor } from '@suishoupai/shared/duty/rules';
import type { DepartmentId } from '@suishoupai/shared/ids';
import type { Department, DutyLine } from '@suishoupai/shared/places/contract';
import { type Category, categoryByCode, categoryClasses } from '@suishoupai/shared/taxonomy/categories';
import { searchCategories } from '@suishoupai/shared/taxonomy/search';
import type * as z from 'zod/mini';

/** Who answers for what in a community, as the service tells it. */
export type Duty = z.output<(typeof dutyRoutes)['getDuty']['response']>;

/** A department that answered for something once and is no longer there still has a word. */
export const nameIn =
  (departments: readonly Department[]) =>
  (id: DepartmentId): string =>
    departments.find((department) => department.id === id)?.name ?? '已撤销的部门';

/** A category by its code, or a whole class by its prefix, in words. */
export const codeWords = (code: string): string => {
  const group = categoryClasses().find(({ prefix }) => prefix === code);
  return group === undefined ? (categoryByCode(code)?.name ?? code) : `${group.name}（全部）`;
};

const most = 30;

/** Categories by what people call them, then those that a department whose name was typed leads, then supports. */
export const findCategories = (
  query: string,
  lines: readonly DutyLine[],
  departments: readonly Department[],
): Category[] => {
  const words = query.trim();
  const named = departments.filter(({ name }) => words.length > 1 && name.includes(words)).map(({ id }) => id);
  const lineOf = ({ code }: Category) => dutyFor(lines, code);
  const all = categoryClasses().flatMap(({ categories }) => categories);
  const led = all.filter((category) => named.includes(lineOf(category)?.departmentId ?? ''));
  const supported = all.filter((category) => lineOf(category)?.supporting.some((id) => named.includes(id)));
  return [...new Set([...searchCategories(words, most), ...led, ...supported])];
};
