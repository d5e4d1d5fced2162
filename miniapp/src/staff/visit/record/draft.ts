import { Instant } from '@suishoupai/shared/contract/fields';
import { fieldworkRoutes } from '@suishoupai/shared/fieldwork/contract';
import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { type CommunityId, type GridId, TicketId, type VisitId } from '@suishoupai/shared/ids';
import { Consent } from '@suishoupai/shared/tickets/contract';
import * as z from 'zod/mini';
import { blankMatter, Matter, missingIn as missingInMatter, ticketPartOf } from '../../patrol/matter/matter.ts';

export const VisitBody = fieldworkRoutes.recordVisit.body;
export type VisitBody = z.output<typeof VisitBody>;

/** One thing that a household raised; `way` says what becomes of it. */
const Line = z.object({
  id: z.string(),
  matter: Matter,
  way: z.optional(z.enum(['answer', 'ticket'])),
  answer: z.string(),
  /** Under which it becomes a ticket, however often the record is sent. */
  ticketId: TicketId,
  /** The ticket is there already, though the record is not: nothing of it may change any more. */
  isOpened: z.boolean(),
});
export type Line = z.output<typeof Line>;

export const Draft = z.object({
  household: z.string(),
  phone: z.string(),
  consent: z.optional(Consent),
  /** Absent: just now. */
  at: z.optional(Instant),
  lines: z.array(Line),
});
export type Draft = z.output<typeof Draft>;

export const blankDraft: Draft = { household: '', phone: '', lines: [] };

export const isFull = ({ lines }: Draft): boolean => lines.length >= fieldworkLimits.raised;

/** The next line begins at the same door as the one before. */
export const withLine = (draft: Draft, ticketId: TicketId): Draft => {
  const before = draft.lines[draft.lines.length - 1];
  const place = before?.matter.place;
  const matter: Matter = { ...blankMatter, label: before?.matter.label ?? '', ...(place && { place }) };
  const id = String(Math.max(0, ...draft.lines.map((line) => Number(line.id))) + 1);
  return { ...draft, lines: [...draft.lines, { id, matter, answer: '', ticketId, isOpened: false }] };
};

export const withoutLine = (draft: Draft, id: string): Draft => ({
  ...draft,
  lines: draft.lines.filter((line) => line.id !== id),
});

export const changedLine = (draft: Draft, id: string, change: (line: Line) => Line): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => (line.id === id ? change(line) : line)),
});

const phonePattern = /^\+?[\d -]{5,20}$/;
export const isPhoneWrong = ({ phone }: Pick<Draft, 'phone'>): boolean =>
  phone.trim() !== '' && !phonePattern.test(phone.trim());

const missingInLine = ({ matter, way, answer }: Line, communityId: CommunityId): string | undefined => {
  if (matter.text.trim() === '') return '写下居民说的事';
  if (way === undefined) return '当场答复，还是转工单';
  if (way === 'answer') return answer.trim() === '' ? '写下当场的答复' : undefined;
  return missingInMatter(matter, communityId);
};

/** What it still needs, for the button; undefined when it may go. */
export const missingIn = (draft: Draft, communityId: CommunityId): string | undefined => {
  if (draft.household.trim() === '') return '写是哪一户';
  if (draft.consent === undefined) return '先问居民同不同意登记';
  if (isPhoneWrong(draft)) return '电话号码不对';
  if (draft.lines.length === 0) return '至少记一件事';
  const index = draft.lines.findIndex((line) => missingInLine(line, communityId) !== undefined);
  const line = draft.lines[index];
  return line && `第 ${index + 1} 件：${missingInLine(line, communityId)}`;
};

const itemOf = ({ id, matter, way, answer, ticketId }: Line): VisitBody['items'][number] | undefined => {
  const text = matter.text.trim();
  if (way === 'answer') return { id, text, answer: answer.trim() };
  const ticket = ticketPartOf(matter, ticketId);
  return ticket && { id, text, ticket };
};

type Given = { id: VisitId; communityId: CommunityId; gridId: GridId; now: string };

/** What is sent; undefined while something is missing. */
export const bodyOf = (draft: Draft, { id, communityId, gridId, now }: Given): VisitBody | undefined => {
  const { household, phone, consent, at = now, lines } = draft;
  const items = lines.map(itemOf).filter((item) => item !== undefined);
  if (missingIn(draft, communityId) !== undefined || consent === undefined || items.length < lines.length)
    return undefined;
  return {
    id,
    communityId,
    gridId,
    at,
    household: household.trim(),
    consent,
    items,
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
  };
};

/** Refused before anything was opened. */
const refusedFirst = ['request.invalid', 'place.outside', 'category.unknown', 'access.denied', 'community.notFound'];

/** The line that a refusal is about. */
export const lineRefused = (details: readonly { field: string }[]): number | undefined => {
  const index = details.map(({ field }) => /^body\.items\.(\d+)\b/.exec(field)?.[1]).find((each) => each !== undefined);
  return index === undefined ? undefined : Number(index);
};

/** Tickets are opened in order: those of the lines before the refused one are there. */
export const afterRefusal = (draft: Draft, code: string, details: readonly { field: string }[]): Draft => {
  const index = refusedFirst.includes(code) ? undefined : lineRefused(details);
  if (index === undefined) return draft;
  return {
    ...draft,
    lines: draft.lines.map((line, at) => (at < index && line.way === 'ticket' ? { ...line, isOpened: true } : line)),
  };
};
