import type { Fit, ListingKind, ListingState, Skill, WeekPart } from './contract.ts';
import { timebankLimits } from './limits.ts';

/** What matching looks at; `ownerId` is absent for what the community listed for somebody without an account. */
export type Matched = {
  id: string;
  ownerId?: string | undefined;
  kind: ListingKind;
  skill: Skill;
  state: ListingState;
  at: string;
  gridId?: string | undefined;
  building?: string | undefined;
  times: readonly WeekPart[];
  minutes: number;
};

const nearOf = (a: Matched, b: Matched): Fit['near'] | undefined => {
  const isOneGrid = a.gridId === undefined || b.gridId === undefined || a.gridId === b.gridId;
  if (a.building !== undefined && a.building === b.building && isOneGrid) return 'building';
  if (a.gridId !== undefined && a.gridId === b.gridId) return 'grid';
  return a.gridId === undefined || b.gridId === undefined ? 'community' : undefined;
};

/**
 * How one listing fits another and why; undefined when it does not: both open, one an offer and one a request, of two people, of one skill,
 * at a place both can mean, with a time of the week in common. The same whichever of the two is asked about.
 */
export const fitOf = (a: Matched, b: Matched): Fit | undefined => {
  if (a.kind === b.kind || a.skill !== b.skill || a.state !== 'open' || b.state !== 'open') return undefined;
  if (a.ownerId !== undefined && a.ownerId === b.ownerId) return undefined;
  const near = nearOf(a, b);
  const times = a.times.filter((time) => b.times.includes(time)).toSorted();
  if (near === undefined || times.length === 0) return undefined;
  const [offer, request] = a.kind === 'offer' ? [a, b] : [b, a];
  return { near, times, isLongEnough: offer.minutes >= request.minutes };
};

const nearness = { building: 2, grid: 1, community: 0 } as const;

type Fitting<T> = { listing: T; fit: Fit };

/** The nearer first, then long enough, then more times in common, then the newer; ids break ties, so the order is always the same. */
const better = <T extends Matched>(a: Fitting<T>, b: Fitting<T>): number =>
  nearness[b.fit.near] - nearness[a.fit.near] ||
  Number(b.fit.isLongEnough) - Number(a.fit.isLongEnough) ||
  b.fit.times.length - a.fit.times.length ||
  (a.listing.at === b.listing.at ? (a.listing.id < b.listing.id ? -1 : 1) : a.listing.at < b.listing.at ? 1 : -1);

/** What fits a listing among others, the best first, at most `limit`. */
export const matchesOf = <T extends Matched>(
  wanted: Matched,
  others: readonly T[],
  limit: number = timebankLimits.matches,
): Fitting<T>[] =>
  others
    .flatMap((listing) => {
      const fit = fitOf(wanted, listing);
      return fit === undefined ? [] : [{ listing, fit }];
    })
    .toSorted(better)
    .slice(0, limit);

type Idle = { personId: string; free: number; requests: readonly Matched[]; gridIds: readonly string[] };

/**
 * What somebody who holds hours could spend them on: other people's offers they can pay for; those that fit a request of theirs first, then
 * those of their own grid, then the newest.
 */
export const spendableOn = <T extends Matched>(
  { personId, free, requests, gridIds }: Idle,
  offers: readonly T[],
  limit: number = 3,
): T[] => {
  const rank = (offer: T): number => {
    if (requests.some((request) => fitOf(request, offer) !== undefined)) return 2;
    return offer.gridId !== undefined && gridIds.includes(offer.gridId) ? 1 : 0;
  };
  return offers
    .filter(
      ({ kind, state, ownerId, minutes }) =>
        kind === 'offer' && state === 'open' && ownerId !== personId && minutes <= free,
    )
    .map((offer) => ({ offer, rank: rank(offer) }))
    .toSorted((a, b) => b.rank - a.rank || (a.offer.at < b.offer.at ? 1 : -1))
    .slice(0, limit)
    .map(({ offer }) => offer);
};
