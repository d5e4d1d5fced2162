import { DepartmentId, type TicketId } from '@suishoupai/shared/ids';
import { stepRoutes } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import { KeptPhoto } from '../photos/kept-photo.ts';
import { readStored, writeStored } from '../state/storage.ts';
import { type Attempt, attemptFrom } from './attempt.ts';

const Draft = z.object({
  step: z.enum(Object.keys(stepRoutes) as PersonStep[]),
  note: z.string(),
  photos: z.array(KeptPhoto),
  departmentId: z.optional(DepartmentId),
  stars: z.optional(z.int()),
});
export type Draft = z.output<typeof Draft>;

const attemptKey = (ticketId: TicketId) => `step:${ticketId}`;
const draftKey = (ticketId: TicketId) => `reply:${ticketId}`;

export const keptAttempt = (ticketId: TicketId): Attempt | undefined =>
  attemptFrom(readStored(attemptKey(ticketId), z.unknown()));

export const keepAttempt = (ticketId: TicketId, attempt: Attempt | undefined): boolean =>
  writeStored(attemptKey(ticketId), attempt);

/** What was begun for this step; a draft for another step of the ticket stays where it is. */
export const keptDraft = (ticketId: TicketId, step: PersonStep): Draft | undefined => {
  const draft = readStored(draftKey(ticketId), Draft);
  return draft?.step === step ? draft : undefined;
};

/** One draft for a ticket: beginning another step's form replaces it. False when the phone is full. */
export const keepDraft = (ticketId: TicketId, draft: Draft | undefined): boolean =>
  writeStored(draftKey(ticketId), draft);

export const isBlank = ({ note, photos, departmentId, stars }: Draft): boolean =>
  note.trim() === '' && photos.length === 0 && departmentId === undefined && stars === undefined;
