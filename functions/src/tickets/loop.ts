import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import { defaultLimits, dueIn, type Limits, titleOf } from '@suishoupai/shared/tickets/rules';
import type { Step, TicketState } from '@suishoupai/shared/tickets/transitions';
import type { Safety, Ticket, TicketEvent } from './store.ts';

/** What a step brings besides itself. */
export type StepInput = {
  event: Omit<TicketEvent, 'step' | 'state'>;
  to: TicketState;
  department?: Ticket['department'];
};

const pendingSafety = ({ id, note, photoIds }: Pick<TicketEvent, 'id' | 'note' | 'photoIds'>): Record<string, Safety> =>
  Object.fromEntries([...(note === undefined ? [] : [id]), ...photoIds].map((item) => [item, 'pending' as const]));

/** The ticket after a step: state, clock, trace and what must be checked before others see it. Pure. */
export const afterStep = (ticket: Ticket, step: Step, { event, to, department }: StepInput): Ticket => {
  const isClock = step === 'overdue';
  const resolveBy =
    step === 'dispatch' && ticket.resolveBy === undefined
      ? dueIn('rework', { now: event.at, limits: ticket.limits, resolveBy: undefined })
      : ticket.resolveBy;
  return {
    ...ticket,
    state: to,
    version: ticket.version + (isClock ? 0 : 1),
    department: department ?? ticket.department,
    resolveBy,
    dueAt: isClock ? ticket.dueAt : dueIn(to, { now: event.at, limits: ticket.limits, resolveBy }),
    isOverdue: isClock,
    stars: event.stars ?? ticket.stars,
    events: [...ticket.events, { ...event, step, state: to }],
    safety: event.actor.relation === 'system' ? ticket.safety : { ...ticket.safety, ...pendingSafety(event) },
  };
};

type Opening = Pick<Ticket, 'id' | 'communityId' | 'categoryCode' | 'description' | 'place' | 'grid' | 'reporterId'> & {
  photoIds: Ticket['events'][number]['photoIds'];
  /** The responsibility list's line for the category, if it has one. */
  duty: { version: number; department: NonNullable<Ticket['department']>; limits: Limits } | undefined;
  digest: string;
  now: string;
  newEventId: () => TicketEvent['id'];
};

/**
 * A new ticket. With a line in the responsibility list it is filed and dispatched in the same write, with no person in between;
 * without one it lies on the community's desk.
 */
export const openTicket = ({ duty, photoIds, digest, now, newEventId, ...given }: Opening): Ticket => {
  const report: TicketEvent = {
    id: newEventId(),
    at: now,
    step: 'report',
    state: 'reported',
    actor: { relation: 'reporter', label: '居民', personId: given.reporterId },
    note: given.description === '' ? undefined : given.description,
    photoIds,
    digest,
  };
  const limits = duty?.limits ?? defaultLimits;
  const reported: Ticket = {
    ...given,
    title: titleOf(given.description, categoryByCode(given.categoryCode)?.name ?? ''),
    state: 'reported',
    version: 1,
    dutyVersion: duty?.version,
    limits,
    reportedAt: now,
    dueAt: dueIn('reported', { now, limits, resolveBy: undefined }),
    isOverdue: false,
    cover: photoIds[0],
    events: [report],
    safety: pendingSafety(report),
  };
  if (duty === undefined) return reported;
  const bySystem = (digestOf: string): StepInput['event'] => ({
    id: newEventId(),
    at: now,
    actor: { relation: 'system', label: '系统' },
    photoIds: [],
    digest: digestOf,
  });
  const filed = afterStep(reported, 'file', { event: bySystem('file'), to: 'filed' });
  const byList = { ...bySystem('dispatch'), note: `按责任清单第 ${duty.version} 版派给${duty.department.name}` };
  return afterStep(filed, 'dispatch', { event: byList, to: 'dispatched', department: duty.department });
};
