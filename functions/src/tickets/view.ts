import { communityOf, ticketNumber } from '@suishoupai/shared/ids';
import type { Photo } from '@suishoupai/shared/media/contract';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import { type Clock, standingOf } from '@suishoupai/shared/tickets/clocks';
import type { TicketEvent as EventView, TicketCard, TicketView } from '@suishoupai/shared/tickets/contract';
import { isFinished, outcomeOf } from '@suishoupai/shared/tickets/states';
import { isInternal, openSteps, type Relation } from '@suishoupai/shared/tickets/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { CardRecord, Ticket, TicketEvent } from './record.ts';
import { circumstancesOf, departmentsOf, isStaff, relationsOf } from './standing.ts';

type PhotoOf = (id: Photo['id']) => Photo;

const audienceOf = (relations: readonly Relation[]): TicketView['relation'] => {
  if (isStaff(relations)) return 'staff';
  if (relations.includes('reporter')) return 'reporter';
  return relations.includes('joiner') ? 'joiner' : 'public';
};

/** For everyone, for the one who reported it, or for the staff in whose hands it is. */
export type Audience = 'public' | 'reporter' | { staff: Viewer };

const categoryName = (code: string) => categoryByCode(code)?.name ?? '其他';

/** A card for everyone (`public`), or for those inside: the reporter and the staff. */
export const cardOf = (card: CardRecord, audience: Audience, photoOf: PhotoOf): TicketCard => {
  const isTakenBack = card.state === 'withdrawn';
  const open = isTakenBack ? {} : { title: card.publicTitle, cover: card.publicCover };
  const { title, cover } = audience === 'public' ? open : card;
  const { assignee } = card;
  const staff = typeof audience === 'object' ? audience.staff : undefined;
  return {
    id: card.id,
    number: ticketNumber(card.id, card.reportedAt),
    communityId: communityOf(card.id),
    categoryCode: card.categoryCode,
    categoryName: categoryName(card.categoryCode),
    title: title ?? categoryName(card.categoryCode),
    state: card.state,
    outcome: outcomeOf(card.state),
    version: card.version,
    grid: card.grid,
    department: card.department,
    reportedAt: card.reportedAt,
    dueAt: card.dueAt,
    joins: card.joins,
    repeats: card.repeats,
    task: card.task,
    assignee:
      staff === undefined || assignee === undefined
        ? undefined
        : { label: assignee.label, isMe: assignee.personId === staff.personId },
    coverUrl: cover === undefined ? undefined : photoOf(cover).thumbUrl,
    stars: card.stars,
  };
};

type Shown = {
  ticket: Ticket;
  viewer: Viewer | undefined;
  isStaffView: boolean;
  isShown: (item: string) => boolean;
  heldAs: (item: string) => EventView['safety'];
  photoOf: PhotoOf;
};

/** What is looked at by itself: the words go by the event's id. */
const itemsOf = ({ id, photoIds }: TicketEvent) => [id, ...photoIds];

const eventOf = (event: TicketEvent, shown: Shown): EventView => {
  const { ticket, viewer, isStaffView, isShown, heldAs, photoOf } = shown;
  const isMine = viewer !== undefined && event.actor.personId === viewer.personId;
  const { belongsTo, stage, colleague } = event;
  const hidden = itemsOf(event).filter((item) => ticket.safety[item] === 'hidden');
  return {
    id: event.id,
    at: event.at,
    step: event.step,
    state: event.state,
    actor: event.actor.label,
    post: isStaffView ? event.actor.post : undefined,
    // The report's words are the description; they are not said twice.
    note: event.step !== 'report' && isShown(event.id) ? event.note : undefined,
    safety: heldAs(event.id),
    photos: event.photoIds.filter(isShown).map((id) => ({ ...photoOf(id), safety: heldAs(id) })),
    stars: event.stars,
    department: event.department,
    supporting: event.supporting,
    belongsTo: belongsTo === undefined ? undefined : { categoryCode: belongsTo, name: categoryName(belongsTo) },
    clock: event.clock,
    stage: stage === undefined ? undefined : ticket.limits.stages?.[stage]?.name,
    limit: event.limit,
    day: event.day,
    other: linkOf(event.other),
    colleague: isStaffView ? colleague?.label : undefined,
    hidden: isMine && hidden.length > 0 ? hidden : undefined,
  };
};

const clockOf =
  ({ limits, tasks }: Ticket, now: string) =>
  (clock: Clock): TicketView['clocks'][number] => {
    const { name, limit, dueAt, stoppedAt } = clock;
    const stage = /^stage(\d)$/.exec(name)?.[1];
    const task = tasks.find(({ department }) => name === `task:${department.id}`);
    return {
      name,
      of: stage === undefined ? task?.department.name : limits.stages?.[Number(stage)]?.name,
      limit,
      dueAt,
      stoppedAt,
      standing: standingOf(clock, now),
    };
  };

const tasksOf = ({ tasks, clocks, communityId }: Ticket, viewer: Viewer | undefined, now: string) => {
  const mine = departmentsOf(viewer, communityId);
  return tasks.map(({ department, task, state }) => {
    const clock = clocks.find(({ name }) => name === `task:${department.id}`);
    const standing = clock === undefined ? 'running' : standingOf(clock, now);
    return {
      department,
      task,
      state,
      dueAt: clock?.dueAt,
      isLate: standing === 'late' || (state === 'reported' && standing === 'missed'),
      isMine: mine.includes(department.id),
    };
  });
};

const stagesOf = ({ limits: { stages = [] }, clocks }: Ticket) =>
  stages.map(({ name }, i) => ({
    name,
    isReached: clocks.some((clock) => clock.name === `stage${i}` && clock.stoppedAt !== undefined),
  }));

const linkOf = (other: Ticket['mergedInto']) =>
  other === undefined ? undefined : { id: other.id, number: ticketNumber(other.id, other.reportedAt) };

export type ViewInput = {
  viewer: Viewer | undefined;
  hasJoined: boolean;
  now: Date;
  reopenDays: number;
  photoOf: PhotoOf;
};

/** As much of a ticket as this viewer may see. Outsiders see neither reporter nor place, and only what passed the safety check. */
export const viewOf = (ticket: Ticket, { viewer, hasJoined, now, reopenDays, photoOf }: ViewInput): TicketView => {
  const relations = relationsOf(ticket, viewer, hasJoined);
  const relation = audienceOf(relations);
  const isStaffView = relation === 'staff';
  const isInside = isStaffView || relation === 'reporter';
  const at = now.toISOString();
  // Whoever withdraws takes back the words and photos too.
  const isOpen = (item: string) => ['pass', 'flagged', undefined].includes(ticket.safety[item]);
  const own = new Set<string>(
    ticket.events.filter(({ actor }) => viewer !== undefined && actor.personId === viewer.personId).flatMap(itemsOf),
  );
  const isShown = (item: string) => isInside || own.has(item) || (ticket.state !== 'withdrawn' && isOpen(item));
  const isReviewer = relations.some((each) => each === 'communityStaff' || each === 'coordinator');
  const heldAs = (item: string) => {
    const safety = ticket.safety[item];
    return isReviewer && safety !== 'pass' ? safety : undefined;
  };
  const reportId = ticket.events[0]?.id ?? '';
  const { onBehalf, extension } = ticket;
  const audience = isStaffView && viewer !== undefined ? { staff: viewer } : isInside ? 'reporter' : 'public';
  return {
    ...cardOf(ticket, audience, photoOf),
    relation,
    place: isInside ? ticket.place : {},
    description: isShown(reportId) ? ticket.description : undefined,
    isHeld: Object.values(ticket.safety).some((safety) => safety === 'pending' || safety === 'held'),
    dutyVersion: ticket.dutyVersion,
    channel: ticket.channel,
    onBehalf:
      isStaffView && onBehalf !== undefined
        ? { name: onBehalf.name, phone: onBehalf.phone, consent: onBehalf.consent }
        : undefined,
    clocks: ticket.clocks.map(clockOf(ticket, at)),
    tasks: tasksOf(ticket, viewer, at),
    stages: stagesOf(ticket),
    extension: isStaffView ? extension : undefined,
    returns: ticket.returns,
    reopens: ticket.reopens,
    rectifications: ticket.rectifications,
    mergedInto: linkOf(ticket.mergedInto),
    repeatOf: linkOf(ticket.repeatOf),
    topicId: ticket.topicId,
    hasJoined,
    canJoin: viewer?.personId !== ticket.reporterId && !hasJoined && !isFinished(ticket.state),
    events: ticket.events
      .filter(({ step }) => isStaffView || step === 'report' || !isInternal(step))
      .map((event) => eventOf(event, { ticket, viewer, isStaffView, isShown, heldAs, photoOf })),
    can: openSteps(circumstancesOf(ticket, { viewer, now, reopenDays }), relations),
  };
};
