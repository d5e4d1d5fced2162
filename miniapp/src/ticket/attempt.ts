import type { DepartmentId, MediaId } from '@suishoupai/shared/ids';
import { stepRoutes, type TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';
import { ApiError } from '../api/api-error.ts';
import { titleOf } from './event-words.ts';

/** What a step may bring besides itself; which of it counts is decided by the step's own schema. */
export type StepContent = {
  note?: string;
  photoIds?: readonly MediaId[];
  departmentId?: DepartmentId;
  stars?: number;
};

/** A step on its way: made before the first try and kept until answered, so that a repeat is recognised as one. */
export type Attempt = { step: PersonStep; body: z.output<(typeof stepRoutes)[PersonStep]['body']> };

/** Throws ZodError when the content breaks the step's own rules; the form asks for what is missing before. */
export const attemptOf = (step: PersonStep, id: string, version: number, content: StepContent): Attempt => {
  const { note, photoIds, departmentId, stars } = content;
  const given = {
    ...(note === undefined || note.trim() === '' ? {} : { note }),
    ...(photoIds === undefined || photoIds.length === 0 ? {} : { photoIds }),
    ...(departmentId === undefined ? {} : { departmentId }),
    ...(stars === undefined ? {} : { stars }),
  };
  return { step, body: z.parse(stepRoutes[step].body, { id, version, ...given }) };
};

/** What an older start of the program kept, or undefined when it no longer says a step. */
export const attemptFrom = (kept: unknown): Attempt | undefined => {
  const named = z.safeParse(z.object({ step: z.enum(stepNames), body: z.unknown() }), kept);
  if (!named.success) return undefined;
  const { step } = named.data;
  const body = z.safeParse(stepRoutes[step].body, named.data.body);
  return body.success ? { step, body: body.data } : undefined;
};

const stepNames = Object.keys(stepRoutes) as PersonStep[];

/** `lost`: whether it was done is unknown; `changed`: the ticket is no longer as it was seen; `refused`: the content will not do. */
export type Fate = 'lost' | 'changed' | 'refused';

export const fateOf = (error: unknown): Fate => {
  if (!(error instanceof ApiError)) return 'refused';
  switch (error.code) {
    case 'network':
    case 'gateway':
    case 'internal':
      return 'lost';
    case 'ticket.changed':
    case 'ticket.stepNotAllowed':
    case 'access.denied':
      return 'changed';
    default:
      return 'refused';
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
  return news.length === 0 ? undefined : news.map(titleOf).join('，');
};
