import type { Refusal } from '../points/transfer.ts';
import { chinaWall, msOf, wallInstant } from '../time/china.ts';
import { hourMs } from '../time/units.ts';
import type { RewardState } from './contract.ts';
import { rewardLimits } from './limits.ts';

/** Until when an order of this moment (ISO) is kept: the end of a day in China. Throws RangeError for what is no instant. */
export const keptUntil = (at: string, holdDays: number): string => wallInstant(chinaWall(at).day + holdDays + 1, 0);

/** When its owner is reminded of an order. Throws RangeError for what is no instant. */
export const remindAt = (until: string): string =>
  new Date(msOf(until) - rewardLimits.remindHours * hourMs).toISOString();

/** What a reward says of itself when somebody wants some of it. */
export type Offer = {
  state: RewardState;
  version: number;
  price: number;
  left: number;
  from: string;
  until: string;
  perPerson?: number | undefined;
};

/**
 * Why an order cannot be, by the reward as it was read at a moment (ISO): the first reason in the order in which a person would want to
 * know. Undefined when it can. `bought` is what the person has of it already.
 */
export const obstacleTo = (
  { count, version, points, bought }: { count: number; version: number; points: number; bought: number },
  { state, version: current, price, left, from, until, perPerson }: Offer,
  now: string,
): Refusal | undefined => {
  if (state !== 'onShelf') return 'notOnShelf';
  if (now < from) return 'tooEarly';
  if (now >= until) return 'tooLate';
  if (version !== current || points !== price * count) return 'rewardChanged';
  if (perPerson !== undefined && bought + count > perPerson) return 'overPersonLimit';
  return left < count ? 'soldOut' : undefined;
};

export type Standing = 'toCome' | 'open' | 'soldOut' | 'over' | 'off';

/** How a reward stands at a moment (ISO), for everyone to see. */
export const standingOf = ({ state, left, from, until }: Omit<Offer, 'version' | 'price'>, now: string): Standing => {
  if (state !== 'onShelf') return 'off';
  if (now >= until) return 'over';
  if (left === 0) return 'soldOut';
  return now < from ? 'toCome' : 'open';
};
