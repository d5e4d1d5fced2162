import type { Limit } from '@suishoupai/shared/duty/contract';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import type { ClockName } from '@suishoupai/shared/tickets/clock-name';
import type { Strike } from '@suishoupai/shared/tickets/clocks';
import {
  type Clock,
  extendClock,
  markStruck,
  pauseClocks,
  resumeClocks,
  startClock,
  startClockUntil,
  stopClocks,
} from '@suishoupai/shared/tickets/clocks';
import { rectificationLimit } from '@suishoupai/shared/tickets/rules';
import type { TicketState } from '@suishoupai/shared/tickets/states';
import type { Step } from '@suishoupai/shared/tickets/transitions';
import { closeOfDay } from '@suishoupai/shared/time/calendar';
import type { Task, Ticket, TicketEvent } from './record.ts';

/** A step on its way into the trace; `tasks` come with a joint dispatch. */
export type StepEvent = Omit<TicketEvent, 'step' | 'state'> & {
  tasks?: readonly { department: Task['department']; task: string; limit: Limit }[] | undefined;
  /** How long the reporter has for an answer. */
  answerWithin?: Limit | undefined;
  belongsTo?: CategoryCode | undefined;
};

type Change = Partial<Ticket>;
type Effect = (ticket: Ticket, event: StepEvent, to: TicketState) => Change;

/** A new clock takes the place of an older one of the same name. */
const withClock = (clocks: readonly Clock[], clock: Clock): Clock[] => [
  ...clocks.filter(({ name }) => name !== clock.name),
  clock,
];
const stop = (ticket: Pick<Ticket, 'clocks'>, at: string, ...names: ClockName[]) =>
  stopClocks(ticket.clocks, at, (name) => names.includes(name));
const stopAll = ({ clocks }: Ticket, { at }: StepEvent) => stopClocks(clocks, at, () => true);
const isStage = (name: ClockName) => name.startsWith('stage');
const isTask = (name: ClockName) => name.startsWith('task:');
const taskClock = (departmentId: string): ClockName => `task:${departmentId}`;

/** First response, resolution and stages start with the first dispatch; a later one only sets the new recipient a time to take it up. */
const dispatchClocks = ({ clocks, limits }: Ticket, at: string): Clock[] => {
  const stopped = stop({ clocks }, at, 'file', 'dispatch', 'settle', 'accept');
  if (stopped.some(({ name }) => name === 'resolve'))
    return withClock(stopped, startClock('accept', at, limits.accept));
  const stages = (limits.stages ?? []).map(({ limit }, i) => startClock(`stage${i}`, at, limit));
  return [...stopped, startClock('respond', at, limits.accept), ...stages, startClock('resolve', at, limits.resolve)];
};

const closeTask = (ticket: Ticket, event: StepEvent, state: 'reported' | 'excused'): Change => {
  const id = event.department?.id ?? '';
  return {
    tasks: ticket.tasks.map((task) => (task.department.id === id ? { ...task, state } : task)),
    clocks: stop(ticket, event.at, taskClock(id)),
  };
};

const workClock = ({ clocks }: Ticket): ClockName =>
  clocks.some(({ name, stoppedAt }) => name === 'redo' && stoppedAt === undefined) ? 'redo' : 'resolve';

const again = (ticket: Ticket, at: string, limit: Limit): Change => ({
  clocks: withClock(stop(ticket, at, 'check'), startClock('redo', at, limit)),
  closedAt: undefined,
  ratings: [],
});

const strike =
  (name: Strike): Effect =>
  ({ clocks }, { clock }) => ({ clocks: clock === undefined ? clocks : markStruck(clocks, clock, name) });

const holdUp = (ticket: Ticket, at: string): Change => ({
  before: ticket.state,
  clocks: pauseClocks(ticket.clocks, at),
});
const goOn = ({ clocks }: Ticket, at: string, ended: ClockName): Change => ({
  before: undefined,
  clocks: resumeClocks(stop({ clocks }, at, ended), at),
});

const nothing: Effect = () => ({});

/** What each step does to a ticket besides its state and its line in the trace. */
export const effects: Record<Step, Effect> = {
  file: (ticket, { at }) => ({
    clocks: withClock(stop(ticket, at, 'file'), startClock('dispatch', at, ticket.limits.accept)),
  }),
  decline: (ticket, event) => ({ clocks: stopAll(ticket, event) }),
  dispatch: (ticket, { at, department }) => ({
    department,
    assignee: undefined,
    // What another department asked for is not this one's.
    extension: undefined,
    tasks: ticket.tasks.filter((task) => task.department.id !== department?.id),
    clocks: stop({ clocks: dispatchClocks(ticket, at) }, at, taskClock(department?.id ?? '')),
  }),
  joint: (ticket, { at, department, tasks = [] }) => ({
    department,
    assignee: undefined,
    extension: undefined,
    tasks: tasks.map((given) => ({ department: given.department, task: given.task, state: 'open' })),
    clocks: tasks.reduce(
      (clocks, given) => withClock(clocks, startClock(taskClock(given.department.id), at, given.limit)),
      stopClocks(dispatchClocks(ticket, at), at, isTask),
    ),
  }),
  accept: (ticket, { at, actor: { personId, post, label } }) => ({
    clocks: stop(ticket, at, 'respond', 'accept'),
    assignee: personId === undefined ? undefined : { personId, label: post ?? label },
  }),
  return: (ticket, { at }, to) => ({
    returns: ticket.returns + 1,
    assignee: undefined,
    clocks: withClock(
      stop(ticket, at, 'accept'),
      startClock(to === 'disputed' ? 'settle' : 'dispatch', at, ticket.limits.accept),
    ),
  }),
  ask: (ticket, { at, actor, answerWithin }) => {
    const held = { ...holdUp(ticket, at), asks: ticket.asks + (actor.relation === 'handler' ? 1 : 0) };
    if (answerWithin === undefined) return held;
    return { ...held, clocks: withClock(held.clocks ?? [], startClock('answer', at, answerWithin)) };
  },
  answer: (ticket, { at }) => goOn(ticket, at, 'answer'),
  answerTimeout: (ticket, { at }) => goOn(ticket, at, 'answer'),
  progress: (ticket, { at, stage }) => ({
    clocks: stage === undefined ? ticket.clocks : stop(ticket, at, `stage${stage}`),
  }),
  askExtension: (_, { limit, note = '' }) => ({ extension: limit === undefined ? undefined : { limit, note } }),
  grantExtension: (ticket) => ({
    extension: undefined,
    extensions: ticket.extensions + 1,
    clocks:
      ticket.extension === undefined
        ? ticket.clocks
        : extendClock(ticket.clocks, workClock(ticket), ticket.extension.limit),
  }),
  refuseExtension: () => ({ extension: undefined }),
  reply: (ticket, event) => closeTask(ticket, event, 'reported'),
  excuse: (ticket, event) => closeTask(ticket, event, 'excused'),
  resolve: (ticket, { at }) => ({
    extension: undefined,
    clocks: withClock(
      stopClocks(ticket.clocks, at, (name) => name === 'resolve' || name === 'redo' || isStage(name)),
      startClock('check', at, ticket.limits.check),
    ),
  }),
  confirm: (ticket, event) => ({ clocks: stopAll(ticket, event), closedAt: event.at }),
  rework: (ticket, { at }) => again(ticket, at, ticket.limits.resolve),
  rate: (ticket, { at, stars, actor: { relation, personId } }, to) => {
    if (to === 'rework') {
      return { ...again(ticket, at, rectificationLimit), stars, rectifications: ticket.rectifications + 1 };
    }
    const by: Ticket['ratings'][number]['by'] =
      relation === 'communityStaff' || personId === undefined ? 'resident' : personId;
    const ratings = [...ticket.ratings, { by, stars: stars ?? 0 }];
    // The card shows the reporter's word; until it comes, the first joiner's.
    const isReporter = by === 'resident' || by === ticket.reporterId;
    return { ratings, stars: isReporter || ticket.ratings.length === 0 ? stars : ticket.stars };
  },
  reopen: (ticket, { at }) => ({ ...again(ticket, at, ticket.limits.resolve), reopens: ticket.reopens + 1 }),
  park: (ticket, { at, day }) => {
    const held = holdUp(ticket, at);
    if (day === undefined) return held;
    return { ...held, clocks: withClock(held.clocks ?? [], startClockUntil('review', at, closeOfDay(day))) };
  },
  unpark: (ticket, { at }) => goOn(ticket, at, 'review'),
  withdraw: (ticket, event) => ({ clocks: stopAll(ticket, event) }),
  merge: (ticket, { at, other }) => ({ ...holdUp(ticket, at), mergedInto: other }),
  unmerge: (ticket, { at }) => ({
    before: undefined,
    clocks: resumeClocks(ticket.clocks, at),
    mergedInto: undefined,
  }),
  handOver: (_, { colleague }) => ({ assignee: colleague }),
  remark: nothing,
  callBack: nothing,
  warning: strike('warning'),
  overdue: strike('overdue'),
  escalation: strike('escalation'),
  review: nothing,
};
