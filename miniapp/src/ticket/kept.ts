import { DepartmentId, type TicketId } from '@suishoupai/shared/ids';
import { stepRoutes } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import { DraftPhoto } from '../draft/draft.ts';
import { readStored, writeStored } from '../state/storage.ts';
import { type Attempt, attemptFrom } from './attempt.ts';

const Reply = z.object({
  step: z.enum(Object.keys(stepRoutes) as PersonStep[]),
  note: z.string(),
  photos: z.array(DraftPhoto),
  departmentId: z.optional(DepartmentId),
  stars: z.optional(z.int()),
});
/** An answer in the making. */
export type Reply = z.output<typeof Reply>;

const attemptKey = (ticketId: TicketId) => `step:${ticketId}`;
const replyKey = (ticketId: TicketId) => `reply:${ticketId}`;

export const keptAttempt = (ticketId: TicketId): Attempt | undefined =>
  attemptFrom(readStored(attemptKey(ticketId), z.unknown()));

export const keepAttempt = (ticketId: TicketId, attempt: Attempt | undefined): boolean =>
  writeStored(attemptKey(ticketId), attempt);

/** What was begun for this step; what was begun for another step of the ticket stays where it is. */
export const keptReply = (ticketId: TicketId, step: PersonStep): Reply | undefined => {
  const reply = readStored(replyKey(ticketId), Reply);
  return reply?.step === step ? reply : undefined;
};

/** One reply for a ticket: beginning another step's form replaces it. False when the phone is full. */
export const keepReply = (ticketId: TicketId, reply: Reply | undefined): boolean =>
  writeStored(replyKey(ticketId), reply);

export const isBlank = ({ note, photos, departmentId, stars }: Reply): boolean =>
  note.trim() === '' && photos.length === 0 && departmentId === undefined && stars === undefined;
