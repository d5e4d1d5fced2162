import { AppError } from '@suishoupai/shared/contract/errors';
import type { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import type { stepRoutes } from '@suishoupai/shared/tickets/step-routes';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { Handlers, Viewer } from '../http/handlers.ts';
import type { NoticeStore } from '../notices/store.ts';
import type { PlacesService } from '../places/service.ts';
import type { TicketLists } from './lists.ts';
import type { TicketService } from './service.ts';
import type { StepBody } from './step-content.ts';

type Deps = { tickets: TicketService; lists: TicketLists; places: PlacesService; notices: NoticeStore };

const homeMine = 2;
const homeNearby = 3;

export const ticketHandlers = ({ tickets, lists, places, notices }: Deps): Handlers<typeof ticketRoutes> => ({
  reportTicket: ({ viewer, body, now }) => tickets.report(viewer, body, now),
  enterTicket: ({ viewer, body, now }) => tickets.enter(viewer, body, now),
  listSimilar: ({ viewer, query, now }) => tickets.similar(viewer, query, now),
  joinTicket: ({ viewer, params, now }) => tickets.join(viewer, params.ticketId, now),
  leaveTicket: ({ viewer, params, now }) => tickets.leave(viewer, params.ticketId, now),
  listTickets: ({ query, now }) => lists.listPublic(query, now),
  getTicket: ({ viewer, params, now }) => tickets.get(viewer, params.ticketId, now),
  listMyTickets: ({ viewer, query }) => lists.listMine(viewer.personId, query.cursor),
  listJoined: ({ viewer, query }) => lists.listJoined(viewer.personId, query.cursor),
  getQueue: ({ viewer, query, now }) => lists.queue(viewer, query, now),
  dispatchBatch: ({ viewer, body, now }) => tickets.dispatchBatch(viewer, body, now),
  reviewHeld: ({ viewer, params, body, now }) => tickets.review(viewer, params.ticketId, body, now),

  getHome: async ({ viewer, query, now }) => {
    const own = viewer?.grants.find((grant) => grant.role !== 'coordinator');
    const communityId = query.communityId ?? own?.communityId ?? (await places.list())[0]?.id;
    if (communityId === undefined) throw new AppError('community.notFound');
    const { id, name, hotline } = await places.getCommunity(communityId, now);
    const [mine, nearby, unread] = await Promise.all([
      viewer === undefined ? [] : lists.mineFirst(viewer.personId, homeMine),
      lists.nearby(communityId, homeNearby),
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
    joint: step('joint'),
    accept: step('accept'),
    return: step('return'),
    ask: step('ask'),
    answer: step('answer'),
    progress: step('progress'),
    askExtension: step('askExtension'),
    grantExtension: step('grantExtension'),
    refuseExtension: step('refuseExtension'),
    reply: step('reply'),
    excuse: step('excuse'),
    resolve: step('resolve'),
    confirm: step('confirm'),
    rework: step('rework'),
    rate: step('rate'),
    reopen: step('reopen'),
    park: step('park'),
    unpark: step('unpark'),
    withdraw: step('withdraw'),
    merge: step('merge'),
    unmerge: step('unmerge'),
    handOver: step('handOver'),
    remark: step('remark'),
    callBack: step('callBack'),
  };
};
