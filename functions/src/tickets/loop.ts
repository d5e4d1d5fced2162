import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import { nearestDue, nextStroke, startClock } from '@suishoupai/shared/tickets/clocks';
import { defaultLimits, type Limits, titleOf } from '@suishoupai/shared/tickets/rules';
import type { TicketState } from '@suishoupai/shared/tickets/states';
import { isInternal, isSideline, type Step } from '@suishoupai/shared/tickets/transitions';
import { effects, type StepEvent } from './effects.ts';
import type { Safety, Ticket, TicketEvent } from './record.ts';

/** What must be checked before others see it. */
const pendingSafety = ({ id, note, photoIds }: Pick<TicketEvent, 'id' | 'note' | 'photoIds'>): Record<string, Safety> =>
  Object.fromEntries([...(note === undefined ? [] : [id]), ...photoIds].map((item) => [item, 'pending' as const]));

/** What follows from the clocks: the hour the card shows, and when the sweep has to look. */
const timesOf = ({ clocks }: Pick<Ticket, 'clocks'>) => ({
  dueAt: nearestDue(clocks)?.dueAt,
  wakeAt: nextStroke(clocks),
  isOverdue: clocks.some(
    ({ struck, stoppedAt, pausedAt }) =>
      stoppedAt === undefined && pausedAt === undefined && (struck === 'overdue' || struck === 'escalation'),
  ),
});

/** The ticket after a step: state, clocks, trace and what must be checked before others see it. Pure. */
export const afterStep = (ticket: Ticket, step: Step, to: TicketState, event: StepEvent): Ticket => {
  const { tasks, answerWithin: _, ...line } = event;
  const supporting = tasks === undefined ? {} : { supporting: tasks.map(({ department }) => department) };
  const next = { ...ticket, ...effects[step](ticket, event, to) };
  // What no outsider ever sees waits for no check.
  const isUnseen = event.actor.relation === 'system' || isInternal(step);
  return {
    ...next,
    ...timesOf(next),
    state: to,
    version: ticket.version + (isSideline(step) ? 0 : 1),
    events: [...ticket.events, { ...line, ...supporting, step, state: to }],
    safety: isUnseen ? ticket.safety : { ...ticket.safety, ...pendingSafety(line) },
  };
};

export type Duty = {
  version: number;
  department: NonNullable<Ticket['department']>;
  limits: Limits;
  filing: Ticket['filing'];
};

type BySystem = { at: string; newEventId: () => TicketEvent['id'] };
const lineBySystem = ({ at, newEventId }: BySystem, digest: string): StepEvent => ({
  id: newEventId(),
  at,
  actor: { relation: 'system', label: '系统' },
  photoIds: [],
  digest,
});

const limitsOf = ({ accept, resolve, check, stages }: Limits): Ticket['limits'] => ({
  accept,
  resolve,
  check,
  stages: stages === undefined ? undefined : [...stages],
});

/** Dispatched by the responsibility list in force when it is filed, with no person in between. */
export const dispatchByList = (filed: Ticket, { version, department, limits }: Duty, system: BySystem): Ticket =>
  afterStep({ ...filed, dutyVersion: version, limits: limitsOf(limits) }, 'dispatch', 'dispatched', {
    ...lineBySystem(system, 'dispatch'),
    department,
    note: `按责任清单第 ${version} 版派给${department.name}`,
  });

type Opening = Pick<
  Ticket,
  | 'id'
  | 'communityId'
  | 'streetId'
  | 'categoryCode'
  | 'description'
  | 'place'
  | 'grid'
  | 'channel'
  | 'reporterId'
  | 'onBehalf'
  | 'repeatOf'
  | 'repeats'
> & {
  photoIds: TicketEvent['photoIds'];
  actor: TicketEvent['actor'];
  /** The responsibility list's line for the category, if it has one. */
  duty: Duty | undefined;
  digest: string;
  now: string;
  newEventId: () => TicketEvent['id'];
};

/**
 * A new ticket. With a line in the responsibility list it is filed and dispatched in the same write, with no person in between, unless
 * the line wants it verified on the spot: then it lies with the grid worker. Without a line it lies on the community's desk.
 */
export const openTicket = ({ duty, photoIds, actor, digest, now, newEventId, ...given }: Opening): Ticket => {
  const report: TicketEvent = {
    id: newEventId(),
    at: now,
    step: 'report',
    state: 'reported',
    actor,
    note: given.description === '' ? undefined : given.description,
    photoIds,
    digest,
  };
  const limits = limitsOf(duty?.limits ?? defaultLimits);
  const clocks = [startClock('file', now, limits.accept)];
  const reported: Ticket = {
    ...given,
    title: titleOf(given.description, categoryByCode(given.categoryCode)?.name ?? ''),
    state: 'reported',
    version: 1,
    dutyVersion: duty?.version,
    limits,
    filing: duty?.filing ?? 'byRule',
    reportedAt: now,
    clocks,
    ...timesOf({ clocks }),
    returns: 0,
    rectifications: 0,
    asks: 0,
    reopens: 0,
    extensions: 0,
    tasks: [],
    joins: 0,
    ratings: [],
    cover: photoIds[0],
    events: [report],
    safety: pendingSafety(report),
  };
  if (duty === undefined || duty.filing === 'onTheSpot') return reported;
  const system = { at: now, newEventId };
  const filed = afterStep(reported, 'file', 'filed', lineBySystem(system, 'file'));
  return dispatchByList(filed, duty, system);
};
