import { ActivityLine } from '@suishoupai/shared/desk-kit/contract';
import { kitLimits } from '@suishoupai/shared/desk-kit/limits';
import { type CommunityId, ticketNumber } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import type { Table } from '../dynamo/table.ts';
import type { Ticket, TicketEvent } from '../tickets/record.ts';

const LineItem = z.object(ActivityLine.shape);
const keptSeconds = 3 * 365 * 86_400;

const deskPk = (communityId: CommunityId, desk: string) => `${communityId}#activity#${desk}`;
const lineKey = (communityId: CommunityId, desk: string, { at, id }: ActivityLine) => ({
  pk: deskPk(communityId, desk),
  sk: `${at}#${id}`,
});
const pageFrom = (cursor: string | undefined, pk: string) => fromCursor(cursor, { fixed: { pk }, open: ['sk'] });

type Traced = Pick<Ticket, 'id' | 'communityId' | 'title' | 'reportedAt' | 'grid' | 'department' | 'events'>;

/** By the trace, where a ticket was sent to a department by id and name: what was done before a later dispatch stays where it was done. */
const departmentAt = ({ events, department }: Traced, { actor }: TicketEvent): string | undefined => {
  const sentTo = events.flatMap((event) => [event.department, ...(event.supporting ?? [])]);
  return (sentTo.find((each) => each?.name === actor.label) ?? department)?.id;
};

/** At which desk an event was done; undefined when no desk did it: the clock, or a resident. */
const deskOfEvent = (ticket: Traced, event: TicketEvent): string | undefined => {
  const { relation } = event.actor;
  switch (relation) {
    case 'handler':
    case 'supporter':
      return departmentAt(ticket, event);
    case 'gridWorker':
      return ticket.grid?.id ?? 'community';
    case 'communityStaff':
      return 'community';
    case 'coordinator':
      return 'street';
    case 'system':
    case 'reporter':
    case 'joiner':
      return undefined;
    default:
      return relation satisfies never;
  }
};

const lineOf = ({ id: ticketId, title, reportedAt }: Traced, { id, at, step, actor }: TicketEvent): ActivityLine => ({
  id,
  at,
  ticketId,
  number: ticketNumber(ticketId, reportedAt),
  title,
  step,
  by: actor.post ?? actor.label,
});

export type ActivityStore = {
  /** Keeps one line for an event that somebody of a desk did, for three years; again and again for the same event it is one. */
  keep: (ticket: Traced, event: TicketEvent) => Promise<void>;
  /** Newest first. */
  list: (
    communityId: CommunityId,
    desk: string,
    cursor?: string,
  ) => Promise<{ items: ActivityLine[]; next: string | undefined }>;
};

export const makeMemoryActivityStore = (): ActivityStore => {
  const lines = new Map<string, Map<string, ActivityLine>>();
  return {
    keep: async (ticket, event) => {
      const desk = deskOfEvent(ticket, event);
      if (desk === undefined) return;
      const { pk, sk } = lineKey(ticket.communityId, desk, lineOf(ticket, event));
      const ofDesk = lines.get(pk) ?? new Map<string, ActivityLine>();
      lines.set(pk, ofDesk.has(sk) ? ofDesk : ofDesk.set(sk, lineOf(ticket, event)));
    },
    list: async (communityId, desk, cursor) => {
      const pk = deskPk(communityId, desk);
      const after = pageFrom(cursor, pk)?.['sk'];
      const rest = [...(lines.get(pk) ?? [])]
        .filter(([sk]) => after === undefined || sk < String(after))
        .toSorted(([a], [b]) => (a < b ? 1 : -1));
      const page = rest.slice(0, kitLimits.page);
      const last = page.at(-1);
      const isMore = rest.length > kitLimits.page && last !== undefined;
      return { items: page.map(([, line]) => line), next: toCursor(isMore ? { pk, sk: last[0] } : undefined) };
    },
  };
};

export const makeDynamoActivityStore = (table: Table): ActivityStore => ({
  keep: async (ticket, event) => {
    const desk = deskOfEvent(ticket, event);
    if (desk === undefined) return;
    const line = lineOf(ticket, event);
    const expiresAt = Math.floor(Date.parse(event.at) / 1000) + keptSeconds;
    await table.put({ ...lineKey(ticket.communityId, desk, line), ...line, expiresAt }, 'attribute_not_exists(pk)');
  },
  list: async (communityId, desk, cursor) => {
    const pk = deskPk(communityId, desk);
    const { items, next } = await table.query({
      condition: 'pk = :pk',
      values: { ':pk': pk },
      limit: kitLimits.page,
      newestFirst: true,
      from: pageFrom(cursor, pk),
      consistent: false,
    });
    return { items: items.map((item) => z.parse(LineItem, item)), next: toCursor(next) };
  },
});
