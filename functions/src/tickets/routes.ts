import { AppError } from '@suishoupai/shared/contract/errors';
import type { stepRoutes, ticketRoutes } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { Handlers, Viewer } from '../http/handlers.ts';
import type { NoticeStore } from '../notices/store.ts';
import type { PlacesService } from '../places/service.ts';
import type { StepBody, TicketService } from './service.ts';

type Deps = { tickets: TicketService; places: PlacesService; notices: NoticeStore };

const homeMine = 2;
const homeNearby = 3;

export const ticketHandlers = ({ tickets, places, notices }: Deps): Handlers<typeof ticketRoutes> => ({
  reportTicket: ({ viewer, body, now }) => tickets.report(viewer, body, now),
  listTickets: ({ query, now }) => tickets.listPublic(query.communityId, query.cursor, now),
  getTicket: ({ viewer, params }) => tickets.get(viewer, params.ticketId),
  listMyTickets: ({ viewer, query }) => tickets.listMine(viewer.personId, query.cursor),
  getQueue: ({ viewer, query, now }) => tickets.queue(viewer, query.communityId, query.desk, query.cursor, now),
  reviewHeld: ({ viewer, params, body, now }) => tickets.review(viewer, params.ticketId, body, now),

  getHome: async ({ viewer, query, now }) => {
    const communityId = query.communityId ?? viewer?.grants[0]?.communityId ?? (await places.list())[0]?.id;
    if (communityId === undefined) throw new AppError('community.notFound');
    const { id, name, hotline } = await places.getCommunity(communityId, now);
    const [mine, nearby, unread] = await Promise.all([
      viewer === undefined ? [] : tickets.mineFirst(viewer.personId, homeMine),
      tickets.nearby(communityId, homeNearby),
      viewer === undefined ? 0 : notices.countUnread(viewer.personId),
    ]);
    return { community: { id, name, hotline }, mine, nearby, unread };
  },
});

export const stepHandlers = (tickets: TicketService): Handlers<typeof stepRoutes> => {
  const step =
    (name: PersonStep) => (request: { viewer: Viewer; params: { ticketId: string }; body: StepBody; now: Date }) =>
      tickets.take(request.viewer, request.params.ticketId, name, request.body, request.now);
  return {
    file: step('file'),
    decline: step('decline'),
    dispatch: step('dispatch'),
    accept: step('accept'),
    return: step('return'),
    resolve: step('resolve'),
    confirm: step('confirm'),
    rework: step('rework'),
    rate: step('rate'),
    withdraw: step('withdraw'),
  };
};
