import { AppError, type FieldError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { fieldworkRoutes, VisitItem, Visit as VisitView } from '@suishoupai/shared/fieldwork/contract';
import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { type CommunityId, communityOf, type GridId, type TicketId, ticketNumber } from '@suishoupai/shared/ids';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import type { EnteredReport } from '@suishoupai/shared/tickets/contract';
import { dayMs, minuteMs } from '@suishoupai/shared/time/units';
import type { Viewer } from '../http/handlers.ts';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from '../tickets/digest.ts';
import type { Ticket } from '../tickets/record.ts';
import { postIn } from './access.ts';
import type { Visit, VisitStore } from './visit-store.ts';

type Deps = {
  visits: VisitStore;
  places: Pick<PlacesService, 'getCommunity' | 'locate'>;
  /** Opens a ticket; again for the same one changes nothing. */
  enter: (viewer: Viewer, report: EnteredReport, now: Date) => Promise<unknown>;
  findTicket: (id: TicketId) => Promise<Pick<Ticket, 'state' | 'reportedAt' | 'dueAt'> | undefined>;
};

type Body = RouteRequest<(typeof fieldworkRoutes)['recordVisit']>['body'];

/** A phone's clock may be ahead by so much. */
const clockSlipMs = 10 * minuteMs;

const fieldOf = (index: number) => `body.items.${index}.ticket`;

/** The same refusal, told of the line of the visit that it is about. */
const ofLine = (index: number, { code, message, details }: AppError): AppError => {
  const within = details?.filter(({ field }) => field.startsWith('body.')) ?? [];
  const moved = within.map((error): FieldError => ({ ...error, field: error.field.replace('body', fieldOf(index)) }));
  return new AppError(code, moved.length > 0 ? moved : [{ field: fieldOf(index), rule: code, message }]);
};

export const makeVisitService = ({ visits, places, enter, findTicket }: Deps) => {
  const lineOf = async ({ ticketId, ...item }: Visit['items'][number]): Promise<VisitView['items'][number]> => {
    const ticket = ticketId === undefined ? undefined : await findTicket(ticketId);
    if (ticketId === undefined || ticket === undefined) return item;
    const { state, reportedAt, dueAt } = ticket;
    return { ...item, ticket: { id: ticketId, number: ticketNumber(ticketId, reportedAt), state, dueAt } };
  };
  const viewOf = async (visit: Visit): Promise<VisitView> => ({
    ...visit,
    items: await Promise.all(visit.items.map(lineOf)),
  });

  /** Nothing is opened before everything that can be looked at beforehand is in order. */
  const checkItem = async (
    { answer, ticket }: VisitItem,
    index: number,
    body: Body,
    isGridWorker: boolean,
    now: Date,
  ) => {
    if ((answer === undefined) === (ticket === undefined)) {
      throw invalidField(`body.items.${index}.answer`, 'answer', '每一条都要当场答复，或者转成工单');
    }
    if (ticket === undefined) return;
    if (communityOf(ticket.id) !== body.communityId) {
      throw invalidField(`${fieldOf(index)}.id`, 'community', '编号属于另一个社区');
    }
    if (categoryByCode(ticket.categoryCode) === undefined) throw ofLine(index, new AppError('category.unknown'));
    const { community, grid } = await places.locate(ticket.place.point, now);
    const isMine = community.id === body.communityId && (!isGridWorker || grid?.id === body.gridId);
    if (!isMine) throw invalidField(`${fieldOf(index)}.place`, 'outside', '这个位置不在您负责的范围里，请转给社区登记');
  };

  const open = async (viewer: Viewer, body: Body, { ticket, text }: VisitItem, index: number, now: Date) => {
    if (ticket === undefined) return;
    const { household: name, phone, consent } = body;
    const report: EnteredReport = {
      ...ticket,
      channel: 'visit',
      description: text,
      resident: { name, consent, ...(phone === undefined ? {} : { phone }) },
    };
    try {
      await enter(viewer, report, now);
    } catch (error) {
      throw error instanceof AppError ? ofLine(index, error) : error;
    }
  };

  return {
    /** Tickets first, the visit last: what a crash leaves open in between, the same request completes. */
    record: async (viewer: Viewer, body: Body, now: Date): Promise<VisitView> => {
      const { id, communityId, gridId, items, ...told } = body;
      const post = postIn(viewer, body);
      if (communityOf(id) !== communityId) throw invalidField('body.id', 'community', '编号属于另一个社区');
      const digest = digestOf({ ...told, items, personId: viewer.personId });
      const same = (standing: Visit) => {
        if (standing.digest !== digest) throw new AppError('id.reused');
        return viewOf(standing);
      };
      const known = await visits.find({ communityId, gridId }, id);
      if (known !== undefined) return same(known);

      const grid = (await places.getCommunity(communityId, now)).grids.find((each) => each.id === gridId);
      if (grid === undefined) throw invalidField('body.gridId', 'unknown', '没有这个网格');
      const age = now.getTime() - Date.parse(body.at);
      if (age < -clockSlipMs) throw invalidField('body.at', 'future', '走访时间不能晚于现在');
      if (age > fieldworkLimits.sinceDays * dayMs) {
        throw invalidField('body.at', 'past', `请在走访后 ${fieldworkLimits.sinceDays} 天内登记`);
      }
      const isGridWorker = post.role === 'gridWorker';
      for (const [index, item] of items.entries()) await checkItem(item, index, body, isGridWorker, now);
      for (const [index, item] of items.entries()) await open(viewer, body, item, index, now);
      const visit: Visit = {
        ...told,
        id,
        communityId,
        grid: { id: grid.id, name: grid.name },
        by: post.label,
        personId: viewer.personId,
        digest,
        items: items.map(({ ticket, ...item }) => (ticket === undefined ? item : { ...item, ticketId: ticket.id })),
      };
      return same(await visits.keep(visit));
    },

    list: async (
      viewer: Viewer,
      { cursor, ...ground }: { communityId: CommunityId; gridId: GridId; cursor?: string | undefined },
    ) => {
      postIn(viewer, ground);
      const { items, next } = await visits.list(ground, cursor);
      return { items: await Promise.all(items.map(viewOf)), next };
    },
  };
};

export type VisitService = ReturnType<typeof makeVisitService>;
