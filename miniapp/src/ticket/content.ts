import { Limit } from '@suishoupai/shared/duty/contract';
import { DepartmentId, type MediaId, PersonId, TicketId } from '@suishoupai/shared/ids';
import { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { Day } from '@suishoupai/shared/tickets/contract';
import * as z from 'zod/mini';

/** What a step may bring besides words and photos, as it is being filled in: blanks and halves are allowed here. */
export const StepFields = z.partial(
  z.object({
    stars: z.int(),
    departmentId: DepartmentId,
    supporting: z.array(z.object({ departmentId: DepartmentId, task: z.string(), limit: z.optional(Limit) })),
    authorisation: z.object({ document: z.string(), means: z.string() }),
    categoryCode: CategoryCode,
    limit: Limit,
    day: Day,
    stage: z.int(),
    ticketId: TicketId,
    personId: PersonId,
  }),
);
export type StepFields = z.output<typeof StepFields>;

/** What a step may bring; which of it counts is decided by the step's own schema. */
export type StepContent = StepFields & { note?: string; photoIds?: readonly MediaId[] };

const isSaid = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
};

/** What was filled in, without what was left blank. */
export const saidIn = <T extends object>(content: T): Partial<T> =>
  Object.fromEntries(Object.entries(content).filter(([, value]) => isSaid(value))) as Partial<T>;
