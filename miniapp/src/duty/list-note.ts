import { dutyFor } from '@suishoupai/shared/duty/rules';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import type { Lists } from '../state/lists.ts';

/** Whom the responsibility list names for a category, for whoever sends it there. */
export const listNote = (lists: Lists | undefined, code: CategoryCode): string | undefined => {
  if (lists === undefined) return undefined;
  const line = dutyFor(lists.duty.lines, code);
  const name = lists.community.departments.find(({ id }) => id === line?.departmentId)?.name;
  return name === undefined ? '清单没有写，由社区指派' : `清单主办：${name}`;
};
