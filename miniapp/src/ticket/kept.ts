import { DepartmentId, type TicketId } from '@suishoupai/shared/ids';
import { stepRoutes } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import { DraftPhoto } from '../photos/draft-photo.ts';
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

/** Whose and about what: several people may use one phone, and nobody sends another's words. */
export type Place = { ticketId: TicketId; personId: string | undefined };

const attemptKey = ({ ticketId, personId }: Place) => `step:${ticketId}:${personId}`;
const replyKey = ({ ticketId, personId }: Place) => `reply:${ticketId}:${personId}`;

export const keptAttempt = (place: Place): Attempt | undefined =>
  attemptFrom(readStored(attemptKey(place), z.unknown()));

export const keepAttempt = (place: Place, attempt: Attempt | undefined): boolean =>
  writeStored(attemptKey(place), attempt);

/** What was begun for this step; what was begun for another step of the ticket stays where it is. */
export const keptReply = (place: Place, step: PersonStep): Reply | undefined => {
  const reply = readStored(replyKey(place), Reply);
  return reply?.step === step ? reply : undefined;
};

/** One reply for a ticket: beginning another step's form replaces it. False when the phone is full. */
export const keepReply = (place: Place, reply: Reply | undefined): boolean => writeStored(replyKey(place), reply);

export const isBlank = ({ note, photos, departmentId, stars }: Reply): boolean =>
  note.trim() === '' && photos.length === 0 && departmentId === undefined && stars === undefined;
