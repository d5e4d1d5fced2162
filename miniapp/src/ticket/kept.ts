import type { TicketId } from '@suishoupai/shared/ids';
import { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import type { Entry } from '../outbox/entry.ts';
import { DraftPhoto } from '../photos/draft-photo.ts';
import { readStored, writeStored } from '../state/storage.ts';
import { isStep } from './attempt.ts';
import { StepFields, saidIn } from './content.ts';

const Reply = z.object({
  step: z.enum(Object.keys(stepRoutes) as PersonStep[]),
  note: z.string(),
  photos: z.array(DraftPhoto),
  fields: StepFields,
});
/** An answer in the making. */
export type Reply = z.output<typeof Reply>;

/** Whose and about what: several people may use one phone, and nobody sends another's words. */
export type Place = { ticketId: TicketId; personId: string | undefined };

const replyKey = ({ ticketId, personId }: Place) => `reply:${ticketId}:${personId}`;

/** What was begun for this step; what was begun for another step of the ticket stays where it is. */
export const keptReply = (place: Place, step: PersonStep): Reply | undefined => {
  const reply = readStored(replyKey(place), Reply);
  return reply?.step === step ? reply : undefined;
};

/** One reply for a ticket: beginning another step's form replaces it. False when the phone is full. */
export const keepReply = (place: Place, reply: Reply | undefined): boolean => writeStored(replyKey(place), reply);

export const isBlank = ({ note, photos, fields }: Reply): boolean =>
  note.trim() === '' && photos.length === 0 && Object.keys(saidIn(fields)).length === 0;

/** A refused step of the outbox as an answer in the making again; undefined for what is no step. */
export const replyOf = ({ kind, body, photos }: Pick<Entry, 'kind' | 'body' | 'photos'>): Reply | undefined => {
  if (!isStep(kind)) return undefined;
  const fields = z.safeParse(StepFields, body);
  const { note } = body;
  return { step: kind, note: typeof note === 'string' ? note : '', photos, fields: fields.success ? fields.data : {} };
};
