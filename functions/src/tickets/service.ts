import { createHash } from 'node:crypto';
import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { CommunityId, MediaId, PersonId, TicketId } from '@suishoupai/shared/ids';
import { communityOf } from '@suishoupai/shared/ids';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import type { stepRoutes, TicketView, ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import {
  isFinished,
  isForReporter,
  mayTake,
  type PersonStep,
  stateAfter,
  type TicketState,
  transitions,
} from '@suishoupai/shared/tickets/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { MediaService } from '../media/service.ts';
import type { PlacesService } from '../places/service.ts';
import { afterStep, openTicket } from './loop.ts';
import type { Ticket, TicketEvent, TicketStore } from './store.ts';
import { cardOf, relationsOf, viewOf } from './view.ts';

type Deps = {
  tickets: TicketStore;
  places: PlacesService;
  media: Pick<MediaService, 'photoUrls' | 'giveTo'>;
  newEventId: () => TicketEvent['id'];
};

type ReportBody = RouteRequest<(typeof ticketRoutes)['reportTicket']>['body'];
type ReviewBody = RouteRequest<(typeof ticketRoutes)['reviewHeld']>['body'];
/** What any step's body may hold; the step's own schema has decided which of it must be there. */
export type StepBody = RouteRequest<(typeof stepRoutes)['accept']>['body'] & {
  note?: string | undefined;
  photoIds?: MediaId[] | undefined;
  departmentId?: NonNullable<Ticket['department']>['id'] | undefined;
  stars?: number | undefined;
};

/** What tells a repeat from another content under the same id: key order and the version seen do not matter. */
const digestOf = (content: object): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex')
    .slice(0, 16);

export const makeTicketService = ({ tickets, places, media, newEventId }: Deps) => {
  const view = (ticket: Ticket, viewer: Viewer | undefined) => viewOf(ticket, viewer, media.photoUrls);
  const card = (audience: 'public' | 'inside') => (record: Parameters<typeof cardOf>[0]) =>
    cardOf(record, audience, media.photoUrls);

  const find = async (id: TicketId): Promise<Ticket> => {
    const ticket = await tickets.find(id);
    if (ticket === undefined) throw new AppError('ticket.notFound');
    return ticket;
  };

  const dutyOf = async (communityId: CommunityId, categoryCode: Ticket['categoryCode'], now: Date) => {
    const { version, lines } = await places.getDuty(communityId, now);
    const line = lines.find((candidate) => candidate.categoryCode === categoryCode);
    if (line === undefined) return undefined;
    const { departments } = await places.getCommunity(communityId, now);
    const department = departments.find(({ id }) => id === line.departmentId);
    if (department === undefined) return undefined;
    const { accept, resolve, check } = line;
    return { version, department: { id: department.id, name: department.name }, limits: { accept, resolve, check } };
  };

  /** The first answer again for the same report; `id.reused` for another report or another person's. */
  const sameReport = (ticket: Ticket, viewer: Viewer, digest: string) => {
    const isSame = ticket.reporterId === viewer.personId && ticket.events[0]?.digest === digest;
    if (!isSame) throw new AppError('id.reused');
    return view(ticket, viewer);
  };

  const report = async (viewer: Viewer, body: ReportBody, now: Date) => {
    const { id, categoryCode, description, place, photoIds } = body;
    const digest = digestOf({ categoryCode, description, place, photoIds });
    const known = await tickets.find(id);
    if (known !== undefined) return sameReport(known, viewer, digest);

    if (categoryByCode(categoryCode) === undefined) throw new AppError('category.unknown');
    const { point, community, grid } = await places.locate(place.point, now);
    if (community.id !== communityOf(id)) {
      throw invalidField('body.id', 'community', `编号属于另一个社区，这个位置在${community.name}`);
    }
    await media.giveTo(id, viewer.personId, photoIds);
    const { opened, ticket } = await tickets.open(
      openTicket({
        id,
        communityId: community.id,
        categoryCode,
        description,
        place: { point, label: place.label },
        grid: grid === undefined ? undefined : { id: grid.id, name: grid.name },
        reporterId: viewer.personId,
        photoIds,
        duty: await dutyOf(community.id, categoryCode, now),
        digest,
        now: now.toISOString(),
        newEventId,
      }),
    );
    return opened ? view(ticket, viewer) : sameReport(ticket, viewer, digest);
  };

  const sameStep = (
    ticket: Ticket,
    event: TicketEvent,
    step: PersonStep | 'review',
    viewer: Viewer,
    digest: string,
  ) => {
    const isSame = event.step === step && event.digest === digest && event.actor.personId === viewer.personId;
    if (!isSame) throw new AppError('id.reused');
    return view(ticket, viewer);
  };

  const departmentOf = async (ticket: Ticket, departmentId: StepBody['departmentId'], now: Date) => {
    if (departmentId === undefined) return undefined;
    const { departments } = await places.getCommunity(ticket.communityId, now);
    const department = departments.find(({ id }) => id === departmentId);
    if (department === undefined) throw new AppError('department.unknown');
    return { id: department.id, name: department.name };
  };

  /** The name the trace gives the actor: a department, a post, or simply a resident. */
  const actorOf = (ticket: Ticket, viewer: Viewer, step: PersonStep | 'review'): TicketEvent['actor'] => {
    const relations = relationsOf(ticket, viewer);
    const relation = transitions[step].by.find((allowed) => relations.includes(allowed)) ?? 'reporter';
    const role = relation === 'handler' ? 'departmentStaff' : relation;
    const grant = viewer.grants.find((held) => held.role === role && held.communityId === ticket.communityId);
    const label = relation === 'handler' ? ticket.department?.name : grant?.label;
    return { relation, label: label ?? '居民', personId: viewer.personId };
  };

  const take = async (
    viewer: Viewer,
    id: TicketId,
    step: PersonStep,
    body: StepBody,
    now: Date,
    tries = 1,
  ): Promise<TicketView> => {
    const { id: actionId, version, ...content } = body;
    const digest = digestOf({ step, ...content });
    const before = await find(id);
    const earlier = before.events.find((event) => event.id === actionId);
    if (earlier !== undefined) return sameStep(before, earlier, step, viewer, digest);

    if (!mayTake(step, relationsOf(before, viewer))) throw new AppError('access.denied');
    if (version !== before.version) throw new AppError('ticket.changed');
    const to = stateAfter(step, before.state);
    if (to === undefined) throw new AppError('ticket.stepNotAllowed');
    const department = await departmentOf(before, body.departmentId, now);
    const photoIds = body.photoIds ?? [];
    await media.giveTo(id, viewer.personId, photoIds);

    const after = afterStep(before, step, {
      event: {
        id: actionId,
        at: now.toISOString(),
        actor: actorOf(before, viewer, step),
        note: body.note,
        photoIds,
        stars: body.stars,
        digest,
      },
      to,
      department,
    });
    if (await tickets.take(step, before, after)) return view(after, viewer);
    const present = await find(id);
    const mine = present.events.find((event) => event.id === actionId);
    if (mine !== undefined) return sameStep(present, mine, step, viewer, digest);
    // Only a mark came in between, from the clock or a review: the page is not stale, so the step is tried once more.
    if (present.version === version && tries < 2) return take(viewer, id, step, body, now, tries + 1);
    throw new AppError('ticket.changed');
  };

  return {
    report,
    take,

    get: async (viewer: Viewer | undefined, id: TicketId) => view(await find(id), viewer),

    listPublic: async (communityId: CommunityId, cursor: string | undefined, now: Date) => {
      await places.getCommunity(communityId, now);
      const { items, next } = await tickets.listByCommunity(communityId, cursor);
      return { items: items.map(card('public')), next };
    },

    listMine: async (personId: PersonId, cursor: string | undefined) => {
      const { items, next } = await tickets.listByReporter(personId, cursor);
      return { items: items.map(card('inside')), next };
    },

    /** Among the newest of a person those that wait for their word, then what is being worked on, then the rest: for the first screen. */
    mineFirst: async (personId: PersonId, count: number) => {
      const { items } = await tickets.listByReporter(personId);
      const rank = ({ state }: { state: TicketState }) => (isForReporter(state) ? 0 : isFinished(state) ? 2 : 1);
      return items
        .toSorted((a, b) => rank(a) - rank(b))
        .slice(0, count)
        .map(card('inside'));
    },

    /** Among the newest of a community those that are being worked on, then what was done: for the first screen. */
    nearby: async (communityId: CommunityId, count: number) => {
      const { items } = await tickets.listByCommunity(communityId);
      const shown = items.filter(({ state }) => state !== 'declined' && state !== 'withdrawn');
      const [done, open] = [
        shown.filter(({ state }) => isFinished(state)),
        shown.filter(({ state }) => !isFinished(state)),
      ];
      return [...open, ...done].slice(0, count).map(card('public'));
    },

    /** One desk by clock. The first page comes with counts over the first `deskSize` of the desk. */
    queue: async (viewer: Viewer, communityId: CommunityId, desk: string, cursor: string | undefined, now: Date) => {
      const isSeated = viewer.grants.some(
        (grant) =>
          grant.communityId === communityId &&
          (grant.role === 'communityStaff' ||
            (grant.role === 'departmentStaff' && grant.departmentId === desk) ||
            (grant.role === 'gridWorker' && grant.gridId === desk)),
      );
      if (!isSeated) throw new AppError('access.denied');
      const isFirst = cursor === undefined;
      const limit = isFirst ? ticketLimits.deskSize : undefined;
      const page = await (desk === 'review'
        ? tickets.listForReview(communityId, cursor, limit)
        : tickets.listByDesk(communityId, desk, cursor, limit));
      if (!isFirst) return { items: page.items.map(card('inside')), next: page.next };
      const items = page.items.slice(0, ticketLimits.pageSize);
      const last = items.at(-1);
      const isMore = page.items.length > items.length || page.next !== undefined;
      return {
        items: items.map(card('inside')),
        next: isMore && last !== undefined ? tickets.cursorAfter(last, desk) : undefined,
        counts: countsOf(page.items, now),
      };
    },

    /** Community staff show or hide what was checked; a line of the trace says who did. */
    review: async (viewer: Viewer, ticketId: TicketId, { id, item, decision }: ReviewBody, now: Date) => {
      const ticket = await find(ticketId);
      const digest = digestOf({ step: 'review', item, decision });
      const earlier = ticket.events.find((event) => event.id === id);
      if (earlier !== undefined) return sameStep(ticket, earlier, 'review', viewer, digest);
      if (!mayTake('review', relationsOf(ticket, viewer))) throw new AppError('access.denied');
      if (ticket.safety[item] === undefined) throw new AppError('ticket.stepNotAllowed');
      const isPhoto = ticket.events.some(({ photoIds }) => photoIds.some((photo) => photo === item));
      const line: TicketEvent = {
        id,
        at: now.toISOString(),
        step: 'review',
        state: ticket.state,
        actor: actorOf(ticket, viewer, 'review'),
        note: `${decision === 'show' ? '公开' : '不公开'}${isPhoto ? '一张照片' : '文字'}`,
        photoIds: [],
        digest,
      };
      const verdict = decision === 'show' ? 'pass' : 'hidden';
      const judgement = { item, verdict, from: ['pending', 'held', 'hidden', 'pass'], line } as const;
      if (!(await tickets.judge(ticket, judgement))) throw new AppError('ticket.changed');
      return view(await find(ticketId), viewer);
    },
  };
};

const chinaOffsetMs = 8 * 3_600_000;
const endOfChinaDay = (now: Date): string => {
  const day = Math.floor((now.getTime() + chinaOffsetMs) / 86_400_000);
  return new Date((day + 1) * 86_400_000 - chinaOffsetMs).toISOString();
};

const countsOf = (cards: readonly { dueAt?: string | undefined; state: string }[], now: Date) => {
  const at = now.toISOString();
  const tonight = endOfChinaDay(now);
  return {
    overdue: cards.filter(({ dueAt }) => dueAt !== undefined && dueAt <= at).length,
    today: cards.filter(({ dueAt }) => dueAt !== undefined && dueAt > at && dueAt < tonight).length,
    unaccepted: cards.filter(({ state }) => state === 'dispatched').length,
    all: cards.length,
  };
};

export type TicketService = ReturnType<typeof makeTicketService>;
