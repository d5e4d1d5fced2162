import { DepartmentId, GridId } from '@suishoupai/shared/ids';
import { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { stateLabel } from '@suishoupai/shared/tickets/labels';
import { type TicketState, ticketStates } from '@suishoupai/shared/tickets/states';
import * as z from 'zod/mini';
import type { DeskKind } from '../../desks.ts';

/** What of a desk is looked at; remembered for each desk. */
export const Filter = z.partial(
  z.object({
    isMine: z.literal('yes'),
    isOverdue: z.literal('yes'),
    state: z.enum(ticketStates),
    categoryCode: CategoryCode,
    gridId: GridId,
    departmentId: DepartmentId,
  }),
);
export type Filter = z.output<typeof Filter>;
export type FilterKey = keyof Filter;

/** The states that can lie on a desk; where there is but one there is nothing to choose. */
const statesOf: Record<DeskKind, readonly TicketState[]> = {
  department: ['dispatched', 'accepted', 'rework', 'waiting'],
  grid: ['reported', 'resolved'],
  community: ['reported', 'filed', 'returned', 'parked', 'waiting'],
  street: ['disputed'],
  all: [
    'reported',
    'filed',
    'dispatched',
    'accepted',
    'returned',
    'disputed',
    'waiting',
    'resolved',
    'rework',
    'parked',
  ],
  review: [],
};

export const stateChoices = (kind: DeskKind): readonly TicketState[] => {
  const states = statesOf[kind];
  return states.length > 1 ? states : [];
};

/** What may be narrowed down on a desk: a department's work lies in several grids, a grid has but itself. */
const keysOf: Record<DeskKind, readonly FilterKey[]> = {
  department: ['isMine', 'isOverdue', 'state', 'categoryCode', 'gridId'],
  grid: ['isOverdue', 'state', 'categoryCode'],
  community: ['isOverdue', 'state', 'categoryCode', 'gridId'],
  street: ['isOverdue', 'categoryCode', 'gridId'],
  all: ['isMine', 'isOverdue', 'state', 'categoryCode', 'gridId', 'departmentId'],
  review: [],
};

export const canFilter = (kind: DeskKind, key: FilterKey): boolean => keysOf[kind].includes(key);

/** Without what is not set, so that two filters that mean the same are written the same. */
export const tidy = (filter: Filter): Filter =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .sort(),
  ) as Filter;

type Names = {
  category: (code: string) => string | undefined;
  grid: (id: string) => string | undefined;
  department: (id: string) => string | undefined;
};

export type FilterChip = { key: FilterKey; text: string };

/** What is set, in words. A thing that is no longer there keeps its place, so that it can be taken out. */
export const chipsOf = (
  { isMine, isOverdue, state, categoryCode, gridId, departmentId }: Filter,
  names: Names,
): FilterChip[] => {
  const chips: (FilterChip | '' | undefined)[] = [
    isMine && { key: 'isMine', text: '我经办的' },
    isOverdue && { key: 'isOverdue', text: '逾期' },
    state && { key: 'state', text: stateLabel[state] },
    categoryCode && { key: 'categoryCode', text: names.category(categoryCode) ?? '已改的类别' },
    gridId && { key: 'gridId', text: names.grid(gridId) ?? '已改的网格' },
    departmentId && { key: 'departmentId', text: names.department(departmentId) ?? '已撤的部门' },
  ];
  return chips.filter((chip) => typeof chip === 'object');
};
