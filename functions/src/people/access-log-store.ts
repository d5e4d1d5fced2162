import { Instant } from '@suishoupai/shared/contract/fields';
import { type CommunityId, type MeetingId, type PersonId, TicketId } from '@suishoupai/shared/ids';
import { AccessLogLine } from '@suishoupai/shared/people/contract';
import { chinaDay } from '@suishoupai/shared/time/china';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Table } from '../dynamo/table.ts';

/**
 * Whose data was seen: a person, a ticket whose reporter has no account, the owners on a community's roll, who mostly have none, or those on a
 * meeting's paper list.
 */
type Subject = PersonId | TicketId | RollSubject | MeetingId;
type RollSubject = `${CommunityId}#roll`;
export const rollSubject = (communityId: CommunityId): RollSubject => `${communityId}#roll`;

/**
 * Somebody of the staff opened what holds personal data. `label` is the viewer's post; names of staff are nobody's business. `about` is what
 * was opened where it is no ticket: a claim, a building.
 */
export type Look = {
  subject: Subject;
  viewer: { personId: PersonId; label: string };
  what: AccessLogLine['what'];
  at: string;
} & ({ ticketId: TicketId } | { about: string });

const LookItem = z.object({
  at: Instant,
  who: z.string(),
  ticketId: z.optional(TicketId),
  what: AccessLogLine.shape.what,
});
type Page = { items: AccessLogLine[]; next: string | undefined };

const pageSize = 20;
const prefix = 'access#';
const keptSeconds = 3 * 365 * 86_400;
/** The key is the line: the same look of the same day in China finds it there. */
const lookKey = ({ subject, viewer, at, ...seen }: Look) => ({
  pk: subject,
  sk: `${prefix}${chinaDay(at)}#${'ticketId' in seen ? seen.ticketId : seen.about}#${viewer.personId}`,
});
const logKeys = (subject: Subject): ListKeys => ({ fixed: { pk: subject }, open: ['sk'] });
const logFrom = (cursor: string | undefined, subject: Subject): Item | undefined => {
  const key = fromCursor(cursor, logKeys(subject));
  return key === undefined || String(key['sk']).startsWith(prefix) ? key : { ...key, sk: `${prefix}~` };
};

const lineOf = ({ at, viewer: { label }, what, ...seen }: Look): AccessLogLine => ({
  at,
  who: label,
  what,
  ...('ticketId' in seen ? { ticketId: seen.ticketId } : {}),
});
const isOwn = ({ subject, viewer }: Look) => subject === viewer.personId;
const latestFirst = (lines: AccessLogLine[]) => lines.toSorted((a, b) => (a.at < b.at ? 1 : -1));

export type AccessLog = {
  /** Keeps the look for three years, once for each day in China, thing seen and viewer. A look at what is one's own is none. */
  note: (look: Look) => Promise<void>;
  /** Newest day first; the lines of a page by time. */
  list: (subject: Subject, cursor: string | undefined) => Promise<Page>;
};

export const makeMemoryAccessLog = (): AccessLog => {
  const looks = new Map<string, Look>();
  const nameOf = (look: Look) => `${look.subject}|${lookKey(look).sk}`;
  return {
    note: async (look) => {
      if (!isOwn(look) && !looks.has(nameOf(look))) looks.set(nameOf(look), look);
    },
    list: async (subject, cursor) => {
      const from = logFrom(cursor, subject)?.['sk'];
      const rest = [...looks.values()]
        .filter((look) => look.subject === subject && (from === undefined || lookKey(look).sk < String(from)))
        .toSorted((a, b) => (lookKey(a).sk < lookKey(b).sk ? 1 : -1));
      const page = rest.slice(0, pageSize);
      const last = page.at(-1);
      const next = last !== undefined && rest.length > pageSize ? toCursor(lookKey(last)) : undefined;
      return { items: latestFirst(page.map(lineOf)), next };
    },
  };
};

export const makeDynamoAccessLog = (table: Table): AccessLog => ({
  note: async (look) => {
    if (isOwn(look)) return;
    const expiresAt = Math.floor(Date.parse(look.at) / 1000) + keptSeconds;
    await table.put({ ...lookKey(look), ...lineOf(look), expiresAt }, 'attribute_not_exists(pk)');
  },
  list: async (subject, cursor) => {
    const { items, next } = await table.query({
      condition: 'pk = :subject AND begins_with(sk, :prefix)',
      values: { ':subject': subject, ':prefix': prefix },
      limit: pageSize,
      newestFirst: true,
      from: logFrom(cursor, subject),
      consistent: false,
    });
    return { items: latestFirst(items.map((item) => z.parse(LookItem, item))), next: toCursor(next) };
  },
});
