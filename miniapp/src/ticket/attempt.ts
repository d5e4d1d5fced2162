import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import { ApiError } from '../api/api-error.ts';
import { type StepContent, saidIn } from './content.ts';
import { titleOf } from './event-words.ts';

/** A step on its way: its id is made before the first try and kept until answered, so that a repeat is recognised as one. */
export type Attempt = { step: PersonStep; body: z.output<(typeof stepRoutes)[PersonStep]['body']> };

/** Throws ZodError when the content breaks the step's own rules; the form asks for what is missing before. */
export const attemptOf = (step: PersonStep, id: string, version: number, content: StepContent): Attempt => ({
  step,
  body: z.parse(stepRoutes[step].body, { id, version, ...saidIn(content) }),
});

export const isStep = (kind: string): kind is PersonStep => kind in stepRoutes;

/** `lost`: whether it was done is unknown; `changed`: the ticket is no longer as it was seen; `refused`: the content will not do. */
export type Fate = 'lost' | 'changed' | 'refused';

export const fateOf = (error: unknown): Fate => {
  if (!(error instanceof ApiError)) return 'refused';
  switch (error.code) {
    case 'network':
    case 'gateway':
    case 'internal':
      return 'lost';
    case 'access.denied':
    case 'ticket.notFound':
      return 'changed';
    case 'ticket.mergeTarget':
      return 'refused';
    default:
      // What else is said of the ticket is said of a state that is not the one on the screen.
      return error.code.startsWith('ticket.') ? 'changed' : 'refused';
  }
};

/** What a fresh look at the ticket says of a step without an answer; `open` while it may still arrive. */
export const foundIn = ({ body }: Attempt, { events, version }: TicketView): 'done' | 'overtaken' | 'open' => {
  if (events.some(({ id }) => id === body.id)) return 'done';
  return version === body.version ? 'open' : 'overtaken';
};

/** What a fresh look says of a step that was given up or refused: it had arrived after all, or what others did meanwhile. */
export const lookedAgain = (attempt: Attempt | undefined, before: TicketView | undefined, after: TicketView) => {
  const isDone = attempt !== undefined && foundIn(attempt, after) === 'done';
  return { isDone, news: isDone || before === undefined ? undefined : newsSince(before, after) };
};

/** 「幸福物业 接单」 for everything in the trace that was not there before; undefined when nothing is new. */
export const newsSince = (before: TicketView, after: TicketView): string | undefined => {
  const known = new Set(before.events.map(({ id }) => id));
  const news = after.events.filter(({ id }) => !known.has(id));
  return news.length === 0 ? undefined : news.map((event) => titleOf(event)).join('，');
};
