import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { Limit } from '@suishoupai/shared/duty/contract';
import { communityOf, type DepartmentId, type MediaId, type PersonId, type TicketId } from '@suishoupai/shared/ids';
import { toGcj02 } from '@suishoupai/shared/places/geo';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import type { EnteredReport, stepRoutes, TicketView, ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { isFinished, outcomeOf } from '@suishoupai/shared/tickets/states';
import { decide, isInternal, isSideline, type PersonStep, type Relation } from '@suishoupai/shared/tickets/transitions';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { Viewer } from '../http/handlers.ts';
import type { MediaService } from '../media/service.ts';
import type { AccessLog } from '../people/access-log-store.ts';
import type { PeopleStore } from '../people/store.ts';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from './digest.ts';
import type { StepEvent } from './effects.ts';
import type { JoinerStore } from './joiner-store.ts';
import { afterStep, dispatchByList, openTicket } from './loop.ts';
import type { Ticket, TicketEvent } from './record.ts';
import { circumstancesOf, departmentsOf, isStaff, relationsOf } from './standing.ts';
import type { TicketStore } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { cardOf, viewOf } from './view.ts';

type Deps = {
  tickets: TicketStore;
  joiners: JoinerStore;
  people: Pick<PeopleStore, 'find'>;
  accessLog: Pick<AccessLog, 'note'>;
  places: PlacesService;
  media: Pick<MediaService, 'photoUrls' | 'giveTo'>;
  surroundings: Surroundings;
  newEventId: () => TicketEvent['id'];
};

type ReportBody = RouteRequest<(typeof ticketRoutes)['reportTicket']>['body'];
type ReviewBody = RouteRequest<(typeof ticketRoutes)['reviewHeld']>['body'];
type SimilarQuery = RouteRequest<(typeof ticketRoutes)['listSimilar']>['query'];
type Joint = RouteRequest<(typeof stepRoutes)['joint']>['body']['supporting'];
/** What any step's body may hold; the step's own schema has decided which of it must be there. */
export type StepBody = RouteRequest<(typeof stepRoutes)['accept']>['body'] & {
  note?: string | undefined;
  photoIds?: MediaId[] | undefined;
  departmentId?: DepartmentId | undefined;
  authorisation?: { document: string; means: string } | undefined;
  supporting?: Joint | undefined;
  categoryCode?: CategoryCode | undefined;
  limit?: Limit | undefined;
  day?: string | undefined;
  stage?: number | undefined;
  ticketId?: TicketId | undefined;
  personId?: PersonId | undefined;
  stars?: number | undefined;
};

/** How often a step is tried against lines that others write at the same moment and that leave the page valid. */
const maxTries = 3;

export const makeTicketService = (deps: Deps) => {
  const { tickets, joiners, people, accessLog, places, media, surroundings, newEventId } = deps;

  const find = async (id: TicketId): Promise<Ticket> => {
    const ticket = await tickets.find(id);
    if (ticket === undefined) throw new AppError('ticket.notFound');
    return ticket;
  };

  const hasJoined = async (ticket: Ticket, viewer: Viewer | undefined): Promise<boolean> =>
    viewer !== undefined && viewer.personId !== ticket.reporterId && joiners.hasJoined(ticket.id, viewer.personId);

  const reopenDays = async ({ communityId }: Ticket, now: Date) =>
    (await surroundings.settings(communityId, now)).reopenDays;

  const view = async (ticket: Ticket, viewer: Viewer | undefined, now: Date, joined?: boolean): Promise<TicketView> =>
    viewOf(ticket, {
      viewer,
      hasJoined: joined ?? (await hasJoined(ticket, viewer)),
      now,
      reopenDays: await reopenDays(ticket, now),
      photoOf: media.photoUrls,
    });

  /** The first answer again for the same report; `id.reused` for another report or another person's. */
  const sameReport = (ticket: Ticket, viewer: Viewer, digest: string, now: Date) => {
    const [report] = ticket.events;
    const isSame = report?.actor.personId === viewer.personId && report.digest === digest;
    if (!isSame) throw new AppError('id.reused');
    return view(ticket, viewer, now);
  };

  type Given = Pick<ReportBody, 'id' | 'categoryCode' | 'description' | 'place' | 'photoIds'>;
  type As = {
    channel: Ticket['channel'];
    digest: string;
    /** Who reports, once it is known in which community and grid. */
    author: (
      communityId: string,
      gridId: string | undefined,
    ) => Pick<Ticket, 'reporterId' | 'onBehalf'> & { actor: TicketEvent['actor'] };
  };

  const open = async (viewer: Viewer, given: Given, { channel, digest, author }: As, now: Date) => {
    const { id, categoryCode, description, place, photoIds } = given;
    const known = await tickets.find(id);
    if (known !== undefined) return sameReport(known, viewer, digest, now);

    if (categoryByCode(categoryCode) === undefined) throw new AppError('category.unknown');
    const { point, community, grid } = await places.locate(place.point, now);
    if (community.id !== communityOf(id)) {
      throw invalidField('body.id', 'community', `编号属于另一个社区，这个位置在${community.name}`);
    }
    const by = author(community.id, grid?.id);
    await media.giveTo(id, viewer.personId, photoIds);
    const last = await surroundings.closedLately(community.id, categoryCode, point, now);
    const { opened, ticket } = await tickets.open(
      openTicket({
        id,
        communityId: community.id,
        streetId: community.streetId,
        categoryCode,
        description,
        place: { point, label: place.label },
        grid: grid === undefined ? undefined : { id: grid.id, name: grid.name },
        channel,
        reporterId: by.reporterId,
        onBehalf: by.onBehalf,
        actor: by.actor,
        repeatOf: last === undefined ? undefined : { id: last.id, reportedAt: last.reportedAt },
        repeats: last === undefined ? 0 : last.repeats + 1,
        photoIds,
        duty: await surroundings.duty(community.id, categoryCode, now),
        digest,
        now: now.toISOString(),
        newEventId,
      }),
    );
    return opened ? view(ticket, viewer, now, false) : sameReport(ticket, viewer, digest, now);
  };

  const report = (viewer: Viewer, { id, ...content }: ReportBody, now: Date) => {
    const { personId } = viewer;
    const author = () => ({ reporterId: personId, actor: { relation: 'reporter' as const, label: '居民', personId } });
    return open(viewer, { id, ...content }, { channel: 'app', digest: digestOf(content), author }, now);
  };

  /** Staff of the place write it down: for a resident without an account, or as their own finding on patrol. */
  const enter = (viewer: Viewer, { id, channel, resident, ...content }: EnteredReport, now: Date) => {
    if (resident === undefined && channel !== 'patrol') {
      throw invalidField('body.resident', 'required', '请写明居民是否同意由您代为登记');
    }
    const author = (communityId: string, gridId: string | undefined) => {
      const grant = viewer.grants.find(
        (held) =>
          (held.role === 'communityStaff' && held.communityId === communityId) ||
          (held.role === 'gridWorker' && held.communityId === communityId && held.gridId === gridId),
      );
      if (grant === undefined) throw new AppError('access.denied');
      const { personId } = viewer;
      const actor = { relation: grant.role as Relation, label: grant.label, personId };
      return resident === undefined
        ? { reporterId: personId, actor }
        : { onBehalf: { ...resident, enteredBy: personId }, actor };
    };
    return open(
      viewer,
      { id, ...content },
      { channel, digest: digestOf({ channel, resident, ...content }), author },
      now,
    );
  };

  const sameStep = (
    ticket: Ticket,
    event: TicketEvent,
    step: PersonStep | 'review',
    { viewer, digest, now }: { viewer: Viewer; digest: string; now: Date },
  ) => {
    const isSame = event.step === step && event.digest === digest && event.actor.personId === viewer.personId;
    if (!isSame) throw new AppError('id.reused');
    return view(ticket, viewer, now);
  };

  /** The name the trace gives the actor: a department, a post, or simply a resident. `post` is for staff alone. */
  const actorOf = (ticket: Ticket, viewer: Viewer, by: Relation, departmentId?: string): TicketEvent['actor'] => {
    const { personId, grants } = viewer;
    const grant = grants.find((held) => {
      if (held.role === 'coordinator') return by === 'coordinator' && held.streetId === ticket.streetId;
      if (held.communityId !== ticket.communityId) return false;
      if (held.role !== 'departmentStaff') return held.role === by;
      return (by === 'handler' || by === 'supporter') && held.departmentId === departmentId;
    });
    if (by === 'reporter' || by === 'joiner' || grant === undefined) {
      return { relation: by, label: by === 'joiner' ? '同感的居民' : '居民', personId };
    }
    const task = ticket.tasks.find(({ department }) => department.id === departmentId);
    const department = by === 'handler' ? ticket.department : task?.department;
    return { relation: by, label: department?.name ?? grant.label, post: grant.label, personId };
  };

  const mergeTarget = async (ticket: Ticket, id: TicketId) => {
    const target = id === ticket.id ? undefined : await tickets.find(id);
    const isOpen = target !== undefined && ['open', 'resolved', 'parked'].includes(outcomeOf(target.state));
    if (!isOpen || target.communityId !== ticket.communityId) throw new AppError('ticket.mergeTarget');
    return { id: target.id, reportedAt: target.reportedAt };
  };

  const colleagueOf = async ({ communityId, department }: Ticket, personId: PersonId) => {
    const grant = (await people.find(personId))?.grants.find(
      (held) =>
        held.role === 'departmentStaff' && held.communityId === communityId && held.departmentId === department?.id,
    );
    if (grant === undefined) throw new AppError('colleague.unknown');
    return { personId, label: grant.label };
  };

  const supportingOf = async (ticket: Ticket, lead: DepartmentId, supporting: Joint, now: Date) => {
    const ids = [lead, ...supporting.map(({ departmentId }) => departmentId)];
    if (new Set(ids).size < ids.length) throw invalidField('body.supporting', 'unique', '同一个部门只能出现一次');
    return Promise.all(
      supporting.map(async ({ departmentId, task, limit }) => ({
        department: await surroundings.department(ticket, departmentId, false, now),
        task,
        limit: limit ?? ticket.limits.resolve,
      })),
    );
  };

  /** What a step's body names, looked up: departments, the other ticket, the colleague. Refuses what is not there. */
  const contentOf = async (ticket: Ticket, viewer: Viewer, step: PersonStep, body: StepBody, now: Date) => {
    const {
      note,
      departmentId,
      authorisation,
      supporting,
      categoryCode,
      limit,
      day,
      stage,
      ticketId,
      personId,
      stars,
    } = body;
    const content: Partial<StepEvent> = { note, limit, day, stage, stars, belongsTo: categoryCode };
    if (categoryCode !== undefined && categoryByCode(categoryCode) === undefined)
      throw new AppError('category.unknown');
    if (day !== undefined && day <= chinaDay(now.toISOString())) {
      throw invalidField('body.day', 'future', '复核日期要在今天以后');
    }
    if (stage !== undefined && ticket.limits.stages?.[stage] === undefined) {
      throw invalidField('body.stage', 'unknown', '这件事没有这个阶段');
    }
    if (step === 'reply') {
      const own = departmentsOf(viewer, ticket.communityId);
      const tasks = ticket.tasks.filter(({ department }) => own.includes(department.id));
      const task = tasks.find(({ state }) => state === 'open') ?? tasks[0];
      if (task !== undefined) content.department = task.department;
    } else if (step === 'excuse') {
      const task = ticket.tasks.find(({ department }) => department.id === departmentId);
      if (task === undefined) throw new AppError('department.unknown');
      content.department = task.department;
    } else if (departmentId !== undefined) {
      content.department = await surroundings.department(ticket, departmentId, authorisation !== undefined, now);
      if (authorisation !== undefined) {
        const paper = `准入依据：${authorisation.document}；保障：${authorisation.means}`;
        content.note = note === undefined ? paper : `${note}\n${paper}`;
      }
      if (supporting !== undefined) content.tasks = await supportingOf(ticket, departmentId, supporting, now);
    }
    if (step === 'ask') content.answerWithin = (await surroundings.settings(ticket.communityId, now)).answer;
    if (ticketId !== undefined) content.other = await mergeTarget(ticket, ticketId);
    if (personId !== undefined) content.colleague = await colleagueOf(ticket, personId);
    return content;
  };

  /** Staff who open what somebody reported see where and who: the look is written down before the answer leaves. */
  const noteLook = async (ticket: Ticket, viewer: Viewer | undefined, now: Date) => {
    if (viewer === undefined || viewer.personId === ticket.reporterId) return;
    const relations = relationsOf(ticket, viewer, false);
    const [relation] = relations;
    if (!isStaff(relations) || relation === undefined) return;
    const [departmentId] = departmentsOf(viewer, ticket.communityId);
    const { label, post } = actorOf(ticket, viewer, relation, departmentId);
    await accessLog.note({
      subject: ticket.reporterId ?? ticket.id,
      viewer: { personId: viewer.personId, label: post ?? label },
      ticketId: ticket.id,
      what: 'ticket',
      at: now.toISOString(),
    });
  };

  const take = async (
    viewer: Viewer,
    id: TicketId,
    step: PersonStep,
    body: StepBody,
    now: Date,
    tries = 1,
  ): Promise<TicketView> => {
    const { id: actionId, version, ...given } = body;
    const digest = digestOf({ step, ...given });
    const before = await find(id);
    const repeat = { viewer, digest, now };
    const earlier = before.events.find((event) => event.id === actionId);
    if (earlier !== undefined) return sameStep(before, earlier, step, repeat);

    const joined = await hasJoined(before, viewer);
    const departmentId = step === 'excuse' ? body.departmentId : undefined;
    const relations = relationsOf(before, viewer, joined);
    // The count on the ticket may be a moment old; nobody who has just joined is left behind.
    const isJoined = step === 'withdraw' && (await joiners.of(id)).length > 0;
    const facts = circumstancesOf(isJoined ? { ...before, joins: Math.max(1, before.joins) } : before, {
      viewer,
      now,
      reopenDays: await reopenDays(before, now),
      stars: body.stars,
      departmentId,
    });
    const decision = decide(step, facts, relations);
    if (!decision.isAllowed && decision.code === 'access.denied') throw new AppError('access.denied');
    if (version !== before.version && !isSideline(step)) throw new AppError('ticket.changed');
    if (!decision.isAllowed) throw new AppError(decision.code);

    // Other steps stand in the trace by themselves.
    if (isInternal(step)) await noteLook(before, viewer, now);
    const content = await contentOf(before, viewer, step, body, now);
    const photoIds = body.photoIds ?? [];
    await media.giveTo(id, viewer.personId, photoIds);

    const acting = decision.by === 'supporter' ? content.department?.id : before.department?.id;
    const at = now.toISOString();
    const taken = afterStep(before, step, decision.to, {
      ...content,
      id: actionId,
      at,
      actor: actorOf(before, viewer, decision.by, acting ?? departmentsOf(viewer, before.communityId)[0]),
      photoIds,
      digest,
    });
    const duty = step === 'file' ? await surroundings.duty(before.communityId, before.categoryCode, now) : undefined;
    const after = duty === undefined ? taken : dispatchByList(taken, duty, { at, newEventId });
    if (await tickets.take(step, before, after)) return view(after, viewer, now, joined);
    const present = await find(id);
    const mine = present.events.find((event) => event.id === actionId);
    if (mine !== undefined) return sameStep(present, mine, step, repeat);
    // Only a sideline or a mark came in between, from a colleague, the clock or a review: the page is not stale, the step is tried again.
    const isValid = present.version === version || isSideline(step);
    if (isValid && tries < maxTries) return take(viewer, id, step, body, now, tries + 1);
    throw new AppError('ticket.changed');
  };

  return {
    report,
    enter,
    take,

    get: async (viewer: Viewer | undefined, id: TicketId, now: Date) => {
      const ticket = await find(id);
      await noteLook(ticket, viewer, now);
      return view(ticket, viewer, now);
    },

    similar: async (viewer: Viewer | undefined, { categoryCode, ...at }: SimilarQuery, now: Date) => {
      const { community } = await places.locate(at, now);
      const near = await surroundings.open(community.id, categoryCode, toGcj02(at), now);
      const items = near.slice(0, ticketLimits.similar).map(async ({ card, metres }) => ({
        ticket: cardOf(card, 'public', media.photoUrls),
        metres,
        hasJoined: viewer !== undefined && (await joiners.hasJoined(card.id, viewer.personId)),
        isMine: viewer !== undefined && (await find(card.id)).reporterId === viewer.personId,
      }));
      return { items: await Promise.all(items) };
    },

    join: async (viewer: Viewer, id: TicketId, now: Date) => {
      const ticket = await find(id);
      if (viewer.personId === ticket.reporterId) throw new AppError('ticket.stepNotAllowed');
      if (await joiners.hasJoined(id, viewer.personId)) return view(ticket, viewer, now, true);
      if (isFinished(ticket.state)) throw new AppError('ticket.stepNotAllowed');
      await joiners.join(id, viewer.personId, 'self', now.toISOString());
      // The count is kept by the stream; the one who joined sees theirs at once.
      return view({ ...ticket, joins: Math.max(ticket.joins, (await joiners.of(id)).length) }, viewer, now, true);
    },

    leave: async (viewer: Viewer, id: TicketId, now: Date) => {
      const ticket = await find(id);
      await joiners.leave(id, viewer.personId, 'self');
      const left = await joiners.of(id);
      return view({ ...ticket, joins: left.length }, viewer, now, left.includes(viewer.personId));
    },

    /** One department for several tickets; what is refused is said for each and keeps the others from nothing. */
    dispatchBatch: async (
      viewer: Viewer,
      { departmentId, note, items }: RouteRequest<(typeof ticketRoutes)['dispatchBatch']>['body'],
      now: Date,
    ) => {
      const results: { ticketId: TicketId; refusal?: { code: string; message: string } }[] = [];
      for (const { id, ticketId, version } of items) {
        try {
          await take(viewer, ticketId, 'dispatch', { id, version, departmentId, note }, now);
          results.push({ ticketId });
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          const message = error.details?.[0]?.message ?? error.message;
          results.push({ ticketId, refusal: { code: error.code, message } });
        }
      }
      return { items: results };
    },

    /** Community staff show or hide what was checked or complained of; a line of the trace says who did. */
    review: async (viewer: Viewer, ticketId: TicketId, { id, item, decision, reason }: ReviewBody, now: Date) => {
      const ticket = await find(ticketId);
      const digest = digestOf({ step: 'review', item, decision, reason });
      const earlier = ticket.events.find((event) => event.id === id);
      if (earlier !== undefined) return sameStep(ticket, earlier, 'review', { viewer, digest, now });
      const facts = circumstancesOf(ticket, { viewer, now, reopenDays: 0 });
      const may = decide('review', facts, relationsOf(ticket, viewer, false));
      if (!may.isAllowed) throw new AppError(may.code);
      if (ticket.safety[item] === undefined) throw new AppError('ticket.stepNotAllowed');
      await noteLook(ticket, viewer, now);
      // An appeal is not decided by whoever took it down.
      const last = ticket.events.findLast(({ review }) => review?.item === item);
      if (ticket.safety[item] === 'appealed' && last?.actor.personId === viewer.personId) {
        throw new AppError('access.denied');
      }
      const isPhoto = ticket.events.some(({ photoIds }) => photoIds.some((photo) => photo === item));
      const line: TicketEvent = {
        id,
        at: now.toISOString(),
        step: 'review',
        state: ticket.state,
        actor: actorOf(ticket, viewer, may.by),
        note: `${decision === 'show' ? '公开' : '不公开'}${isPhoto ? '一张照片' : '文字'}${reason === undefined ? '' : `：${reason}`}`,
        photoIds: [],
        digest,
        review: { item, isShown: decision === 'show', reason },
      };
      const verdict = decision === 'show' ? 'pass' : 'hidden';
      const from = ['pending', 'held', 'hidden', 'pass', 'flagged', 'appealed'] as const;
      if (!(await tickets.judge(ticket, { item, verdict, from, line }))) throw new AppError('ticket.changed');
      return view(await find(ticketId), viewer, now);
    },
  };
};

export type TicketService = ReturnType<typeof makeTicketService>;
