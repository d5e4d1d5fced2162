import type { Limit } from '@suishoupai/shared/duty/contract';
import { dutyFor } from '@suishoupai/shared/duty/rules';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import type { Lists } from '../../state/lists.ts';

/** Who will get a report: a department by the responsibility list, or the community's own desk where the list is silent. */
export type Handler = { by: 'department'; name: string; promise: string } | { by: 'community' };

const unitText: Record<Limit['unit'], string> = { hour: '小时', workHour: '个工作小时', workDay: '个工作日' };

const within = ({ amount, unit }: Limit): string => `${amount} ${unitText[unit]}内`;

export const handlerOf = ({ duty, community }: Lists, code: CategoryCode): Handler => {
  const line = dutyFor(duty.lines, code);
  const department = community.departments.find(({ id }) => id === line?.departmentId);
  if (line === undefined || department === undefined) return { by: 'community' };
  return {
    by: 'department',
    name: department.name,
    promise: `${within(line.accept)}接单，${within(line.resolve)}办完`,
  };
};

/** What the one filled button says: who will get it, as far as that is known. */
export const submitText = (handler: Handler | undefined): string => {
  if (handler === undefined) return '提交';
  return handler.by === 'department' ? `提交 · 将派给 ${handler.name}` : '提交 · 由社区指派';
};
