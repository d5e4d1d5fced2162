import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import type { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import {
  isFinished,
  isForReporter,
  type Outcome,
  outcomeOf,
  type TicketState,
  ticketStates,
} from '@suishoupai/shared/tickets/states';
import { endOfChinaDay } from '@suishoupai/shared/time/china';
import * as z from 'zod/mini';
import type { Viewer } from '../http/handlers.ts';
import type { PhotoUrls } from '../media/photo-urls.ts';
import type { PlacesService } from '../places/service.ts';
import type { JoinerStore } from './joiner-store.ts';
import { Card, type CardRecord } from './record.ts';
import { type Filter, type List, type TicketStore, ticketLists } from './store.ts';
import { type Audience, cardOf } from './view.ts';

type Deps = { tickets: TicketStore; joiners: JoinerStore; places: PlacesService; photoUrls: PhotoUrls };
type QueueQuery = RouteRequest<(typeof ticketRoutes)['getQueue']>['query'];

/** On the first screen a few are shown. */
const lookedAtNearby = 12;

const statesOf = (outcome: Outcome | undefined): TicketState[] | undefined =>
  outcome === undefined ? undefined : ticketStates.filter((state) => outcomeOf(state) === outcome);

const countsOf = (cards: readonly CardRecord[], now: Date) => {
  const at = now.toISOString();
  const tonight = endOfChinaDay(at);
  return {
    overdue: cards.filter(({ dueAt }) => dueAt !== undefined && dueAt <= at).length,
    today: cards.filter(({ dueAt }) => dueAt !== undefined && dueAt > at && dueAt < tonight).length,
    unaccepted: cards.filter(({ state }) => state === 'dispatched').length,
    all: cards.length,
  };
};

/** Every list of tickets: what all may read, what is one's own, and the desks of the staff. */
export const makeTicketLists = ({ tickets, joiners, places, photoUrls }: Deps) => {
  const card = (audience: Audience) => (record: CardRecord) => cardOf(record, audience, photoUrls);

  /** Whoever may look at a desk: those seated there, the community's staff, and the street's coordinator. */
  const isSeated = async ({ grants }: Viewer, communityId: CommunityId, desk: string, now: Date): Promise<boolean> => {
    const { streetId } = await places.getCommunity(communityId, now);
    return grants.some((grant) => {
      if (grant.role === 'coordinator') return grant.streetId === streetId;
      if (grant.role === 'supplier' || grant.communityId !== communityId) return false;
      if (grant.role === 'communityStaff') return desk !== 'street';
      return (grant.role === 'departmentStaff' ? grant.departmentId : grant.gridId) === desk;
    });
  };

  const deskList = (communityId: CommunityId, desk: string): List => {
    if (desk === 'review') return ticketLists.review(communityId);
    return desk === 'all' ? ticketLists.running(communityId) : ticketLists.desk(communityId, desk);
  };

  const filterOf = (query: QueueQuery, viewer: Viewer, now: Date): Filter | undefined => {
    const { state, categoryCode, departmentId, gridId, isOverdue, isMine } = query;
    const asked = [state, categoryCode, departmentId, gridId, isOverdue, isMine];
    if (asked.every((each) => each === undefined)) return undefined;
    return {
      states: state === undefined ? undefined : [state],
      categoryCode,
      departmentId,
      gridId,
      assigneeId: isMine === undefined ? undefined : viewer.personId,
      dueBy: isOverdue === undefined ? undefined : now.toISOString(),
    };
  };

  return {
    listPublic: async (
      { communityId, outcome, cursor }: RouteRequest<(typeof ticketRoutes)['listTickets']>['query'],
      now: Date,
    ) => {
      await places.getCommunity(communityId, now);
      const states = statesOf(outcome);
      const page = { cursor, ...(states === undefined ? {} : { filter: { states } }) };
      const { items, next } = await tickets.list(ticketLists.community(communityId), page);
      return { items: items.map(card('public')), next };
    },

    listMine: async (personId: PersonId, cursor: string | undefined) => {
      const { items, next } = await tickets.list(ticketLists.reporter(personId), { cursor });
      return { items: items.map(card('reporter')), next };
    },

    listJoined: async (personId: PersonId, cursor: string | undefined) => {
      const { ids, next } = await joiners.joinedBy(personId, cursor);
      const found = await Promise.all(ids.map((id) => tickets.find(id, { consistent: false })));
      return {
        items: found.flatMap((ticket) => (ticket === undefined ? [] : [card('public')(z.parse(Card, ticket))])),
        next,
      };
    },

    /** Among the newest of a person those that wait for their word, then what is being worked on, then the rest: for the first screen. */
    mineFirst: async (personId: PersonId, count: number) => {
      const { items } = await tickets.list(ticketLists.reporter(personId));
      const rank = ({ state }: { state: TicketState }) => (isForReporter(state) ? 0 : isFinished(state) ? 2 : 1);
      return items
        .toSorted((a, b) => rank(a) - rank(b))
        .slice(0, count)
        .map(card('reporter'));
    },

    /** Among the newest dozen of a community those that are being worked on, then what was done: for the first screen. */
    nearby: async (communityId: CommunityId, count: number) => {
      const { items } = await tickets.list(ticketLists.community(communityId), { limit: lookedAtNearby });
      const shown = items.filter(({ state }) => !['declined', 'withdrawn', 'merged'].includes(state));
      const open = shown.filter(({ state }) => !isFinished(state));
      const done = shown.filter(({ state }) => isFinished(state));
      return [...open, ...done].slice(0, count).map(card('public'));
    },

    /** One desk by clock. The first page, when not narrowed, comes with counts over the first `deskSize` of the desk. */
    queue: async (viewer: Viewer, query: QueueQuery, now: Date) => {
      const { communityId, desk, cursor } = query;
      if (!(await isSeated(viewer, communityId, desk, now))) throw new AppError('access.denied');
      const list = deskList(communityId, desk);
      const filter = filterOf(query, viewer, now);
      const show = card({ staff: viewer });
      if (cursor !== undefined || filter !== undefined) {
        const { items, next } = await tickets.list(list, { cursor, ...(filter === undefined ? {} : { filter }) });
        return { items: items.map(show), next };
      }
      const page = await tickets.list(list, { limit: ticketLimits.deskSize });
      const items = page.items.slice(0, ticketLimits.pageSize);
      const last = items.at(-1);
      const isMore = page.items.length > items.length || page.next !== undefined;
      return {
        items: items.map(show),
        next: isMore && last !== undefined ? tickets.cursorAfter(last, list) : undefined,
        counts: countsOf(page.items, now),
      };
    },
  };
};

export type TicketLists = ReturnType<typeof makeTicketLists>;
