import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { Limit } from '../duty/contract.ts';
import { dueAfter, partAfter } from '../time/calendar.ts';
import { shifted } from '../time/pause.ts';
import { ClockName } from './clock-name.ts';

const strikes = ['warning', 'overdue', 'escalation'] as const;
export type Strike = (typeof strikes)[number];

/** Times are ISO in UTC. Without `dueAt` the calendar of a needed year is not published: the clock runs and never strikes. */
export const Clock = z.object({
  name: ClockName,
  limit: z.optional(Limit),
  startedAt: Instant,
  warnAt: z.optional(Instant),
  dueAt: z.optional(Instant),
  escalateAt: z.optional(Instant),
  /** The last stroke that was written into the trace. */
  struck: z.optional(z.enum(strikes)),
  pausedAt: z.optional(Instant),
  stoppedAt: z.optional(Instant),
});
export type Clock = z.output<typeof Clock>;

/** Warned when four fifths of a limit have passed. */
const warnedPart = 0.8;

/** How long a clock is overdue before one level up is told, by the unit of its limit. */
const patience: Record<Limit['unit'], Limit> = {
  hour: { unit: 'hour', amount: 4 },
  workHour: { unit: 'workHour', amount: 4 },
  workDay: { unit: 'workDay', amount: 1 },
};

const escalationAfter = (dueAt: string | undefined, unit: Limit['unit']) =>
  dueAt === undefined ? undefined : dueAfter(dueAt, patience[unit]);

/** A clock that starts `at` and runs for `limit`. */
export const startClock = (name: ClockName, at: string, limit: Limit): Clock => {
  const dueAt = dueAfter(at, limit);
  return {
    name,
    limit,
    startedAt: at,
    warnAt: partAfter(at, limit, warnedPart),
    dueAt,
    escalateAt: escalationAfter(dueAt, limit.unit),
  };
};

/** A clock that strikes at a set hour. */
export const startClockUntil = (name: ClockName, at: string, dueAt: string): Clock => ({
  name,
  startedAt: at,
  dueAt,
  escalateAt: escalationAfter(dueAt, 'workDay'),
});

export const isRunning = ({ stoppedAt, pausedAt }: Clock): boolean => stoppedAt === undefined && pausedAt === undefined;

/** Stops the clocks that `matches` names and that have not stopped. */
export const stopClocks = (clocks: readonly Clock[], at: string, matches: (name: ClockName) => boolean): Clock[] =>
  clocks.map((clock) => (clock.stoppedAt === undefined && matches(clock.name) ? { ...clock, stoppedAt: at } : clock));

/** Everything that runs stands still: the ticket waits for the reporter, or is parked. */
export const pauseClocks = (clocks: readonly Clock[], at: string): Clock[] =>
  clocks.map((clock) => (isRunning(clock) ? { ...clock, pausedAt: at } : clock));

const moved = (iso: string | undefined, pausedAt: string, at: string, unit: Limit['unit']) =>
  iso === undefined ? undefined : shifted(iso, pausedAt, at, unit);

/** What stood still runs on, every time moved by as long as it stood in the clock's own unit. */
export const resumeClocks = (clocks: readonly Clock[], at: string): Clock[] =>
  clocks.map((clock) => {
    const { pausedAt, stoppedAt, limit, warnAt, dueAt, escalateAt, ...rest } = clock;
    if (pausedAt === undefined || stoppedAt !== undefined) return clock;
    const unit = limit?.unit ?? 'workDay';
    return {
      ...rest,
      limit,
      // A warning falls at any hour of a working day: it moves as working hours do.
      warnAt: moved(warnAt, pausedAt, at, unit === 'workDay' ? 'workHour' : unit),
      dueAt: moved(dueAt, pausedAt, at, unit),
      escalateAt: moved(escalateAt, pausedAt, at, unit),
    };
  });

/** Adds `limit` to the due time of one clock; it may warn and strike anew. */
export const extendClock = (clocks: readonly Clock[], name: ClockName, limit: Limit): Clock[] =>
  clocks.map((clock) => {
    if (clock.name !== name || clock.dueAt === undefined || clock.stoppedAt !== undefined) return clock;
    const dueAt = dueAfter(clock.dueAt, limit);
    const warnAt = partAfter(clock.dueAt, limit, warnedPart);
    return { ...clock, warnAt, dueAt, escalateAt: escalationAfter(dueAt, limit.unit), struck: undefined };
  });

/** The strokes of a clock in their order, with the hour of each. */
const strokesOf = (clock: Clock): { strike: Strike; at: string }[] => {
  const { struck, warnAt, dueAt, escalateAt } = clock;
  const hours = { warning: warnAt, overdue: dueAt, escalation: escalateAt };
  const from = struck === undefined ? 0 : strikes.indexOf(struck) + 1;
  return strikes.slice(from).flatMap((strike) => {
    const at = hours[strike];
    return at === undefined ? [] : [{ strike, at }];
  });
};

/**
 * What has struck by `now` and is not yet in the trace, in the order of the clocks. A clock that was looked at late gives no warning of
 * what has passed already.
 */
export const strikesBy = (clocks: readonly Clock[], now: string): { name: ClockName; strike: Strike }[] =>
  clocks.filter(isRunning).flatMap((clock) => {
    const struck = strokesOf(clock).filter(({ at }) => at <= now);
    const isLate = struck.some(({ strike }) => strike !== 'warning');
    return struck
      .filter(({ strike }) => !isLate || strike !== 'warning')
      .map(({ strike }) => ({ name: clock.name, strike }));
  });

export const markStruck = (clocks: readonly Clock[], name: ClockName, strike: Strike): Clock[] =>
  clocks.map((clock) => (clock.name === name && clock.stoppedAt === undefined ? { ...clock, struck: strike } : clock));

/** When the next stroke of any clock falls; undefined when none will. */
export const nextStroke = (clocks: readonly Clock[]): string | undefined =>
  clocks
    .filter(isRunning)
    .flatMap((clock) => strokesOf(clock).slice(0, 1))
    .map(({ at }) => at)
    .sort()[0];

/** The most pressing running clock: the one that is due first. */
export const nearestDue = (clocks: readonly Clock[]): Clock | undefined =>
  clocks.filter((clock) => isRunning(clock) && clock.dueAt !== undefined).sort(byDue)[0];

const byDue = (a: Clock, b: Clock) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1);

/** `met` and `missed` are over. */
export type ClockStanding = 'running' | 'late' | 'paused' | 'met' | 'missed';

export const standingOf = ({ dueAt, stoppedAt, pausedAt }: Clock, now: string): ClockStanding => {
  // A clock that was stopped while it stood still had come no further than to where it stood.
  const ended = pausedAt ?? stoppedAt;
  if (stoppedAt !== undefined && ended !== undefined) return dueAt !== undefined && ended > dueAt ? 'missed' : 'met';
  if (pausedAt !== undefined) return 'paused';
  return dueAt !== undefined && now > dueAt ? 'late' : 'running';
};
