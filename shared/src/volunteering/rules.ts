import type { Point } from '../places/contract.ts';
import { distanceMeters, toGcj02 } from '../places/geo.ts';
import { exactTime, msOf } from '../time/china.ts';
import { minuteMs } from '../time/units.ts';
import type { ActivityState, ActivityWords, Flag, Standing } from './contract.ts';
import { volunteeringLimits } from './limits.ts';
import { type ActivityEvent, stateAfter } from './transitions.ts';

/** When checking in may begin, ISO in UTC. Throws RangeError for what is no instant. */
export const checkInFrom = (startsAt: string): string =>
  new Date(msOf(startsAt) - volunteeringLimits.startBeforeMinutes * minuteMs).toISOString();

type Course = { state: ActivityState; startsAt: string; endsAt: string };

/** Whether an event can happen to an activity at a moment (ISO): its state, and the clock where that matters. */
export const isPossible = ({ state, startsAt, endsAt }: Course, event: ActivityEvent, now: string): boolean => {
  if (stateAfter(state, event) === undefined) return false;
  if (event === 'start') return now >= checkInFrom(startsAt);
  if (event === 'publish' || event === 'signUp') return now < endsAt;
  return true;
};

/** The order of sign-ups: each person's number grows with the moment it was taken. */
export type Seqs = Readonly<Record<string, number>>;

/**
 * Where somebody stands: those with the lowest numbers have the places, the others wait behind them. So a place that comes free is the next
 * one's in the same moment, and there are never more than there are places. Undefined for who is not on the roll.
 */
export const standingIn = (
  seqs: Seqs,
  places: number,
  personId: string,
): Pick<Standing, 'standing' | 'position'> | undefined => {
  const own = seqs[personId];
  if (own === undefined) return undefined;
  const before = Object.values(seqs).filter((seq) => seq < own).length;
  return before < places ? { standing: 'in' } : { standing: 'waiting', position: before - places + 1 };
};

/** Everybody on the roll, first come first. */
export const inOrder = (seqs: Seqs): string[] =>
  Object.entries(seqs)
    .toSorted(([, a], [, b]) => a - b)
    .map(([personId]) => personId);

/** Who has a place now and had to wait before. */
export const promotedFrom = (
  before: { seqs: Seqs; places: number },
  after: { seqs: Seqs; places: number },
): string[] => {
  const has = ({ seqs, places }: { seqs: Seqs; places: number }) => new Set(inOrder(seqs).slice(0, places));
  const had = has(before);
  return [...has(after)].filter((personId) => before.seqs[personId] !== undefined && !had.has(personId));
};

/** Whole minutes between two instants; 0 when the second is first. */
export const minutesBetween = (from: string, until: string): number =>
  Math.max(0, Math.floor((msOf(until) - msOf(from)) / minuteMs));

/** How far somebody is from a place, in steps upwards: what is kept instead of where they are. */
export const coarseMetres = (at: Point, place: Point): number => {
  const [a, b] = [toGcj02(at), toGcj02(place)];
  const { metreStep } = volunteeringLimits;
  return Math.ceil(distanceMeters([a.lng, a.lat], [b.lng, b.lat]) / metreStep) * metreStep;
};

type Stay = { from: string; until: string | undefined };
type Looked = {
  stay: Stay | undefined;
  /** Measured at check-in or check-out, the largest. */
  metres: number | undefined;
  planned: Course;
  others: readonly (Stay & { otherId: NonNullable<Flag['otherId']> })[];
};

const overlap = (a: Stay, b: Stay): boolean =>
  (b.until === undefined || a.from < b.until) && (a.until === undefined || b.from < a.until);

/** What about somebody's stay a person should look at. Nothing is decided by it. */
export const flagsOf = ({ stay, metres = 0, planned, others }: Looked): Flag[] => {
  if (stay === undefined) return [];
  const { overrunMinutes, farMetres, mostMinutes } = volunteeringLimits;
  const length = stay.until === undefined ? 0 : minutesBetween(stay.from, stay.until);
  const plannedMinutes = minutesBetween(planned.startsAt, planned.endsAt);
  const isOver = planned.state === 'finished' || planned.state === 'confirmed';
  return [
    ...others.filter((other) => overlap(stay, other)).map(({ otherId }) => ({ kind: 'twoPlaces' as const, otherId })),
    ...(length > Math.min(plannedMinutes + overrunMinutes, mostMinutes) ? [{ kind: 'tooLong' as const }] : []),
    ...(metres > farMetres ? [{ kind: 'far' as const, metres }] : []),
    ...(isOver && stay.until === undefined ? [{ kind: 'noCheckOut' as const }] : []),
  ];
};

const isOtherPoint = (a: Point | undefined, b: Point | undefined): boolean =>
  a?.lng !== b?.lng || a?.lat !== b?.lat || a?.datum !== b?.datum;

/** What a change changes, in words for who signed up; empty when nothing was changed. */
export const changeOf = (before: ActivityWords, after: ActivityWords): string => {
  const isOther = (name: Exclude<keyof ActivityWords, 'point'>) => String(before[name]) !== String(after[name]);
  return [
    isOther('startsAt') || isOther('endsAt') ? `时间改为${exactTime(after.startsAt)}至${exactTime(after.endsAt)}` : '',
    isOther('place') ? `地点改为${after.place}` : isOtherPoint(before.point, after.point) ? '地图上的位置有变' : '',
    isOther('title') ? `名称改为${after.title}` : '',
    isOther('words') ? '说明有变' : '',
    isOther('skills') ? '需要的技能有变' : '',
    isOther('places') ? `名额改为 ${after.places} 个` : '',
    isOther('waitingPlaces') ? `候补改为 ${after.waitingPlaces} 个` : '',
  ]
    .filter((part) => part !== '')
    .join('；');
};

/** A name as others see it: the first character, and a star for each of the rest. */
export const hiddenName = (name: string): string => {
  const [first = '', ...rest] = Array.from(name);
  return first + '*'.repeat(rest.length);
};
