import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../clock/clock.ts';
import { openPhone, type Phone, Refused } from '../phone.ts';
import type { Names } from './names.ts';

/** What an act is played on. */
export type Stage = {
  names: Names;
  /** The moment of the act. */
  at: Date;
  seededAt: Date;
  /** The phone of a persona, signed in at the moment of the act. */
  phoneOf: (persona: string) => Promise<Phone>;
};

/** Less than the two hours that a token lasts. */
const signedInForMs = 100 * 60_000;

/** Phones as the clock is moved: a token is good for two hours from its own moment, so whoever acts later signs in once more. */
export const makePhones = (url: string, clock: Clock) => {
  const known = new Map<string, { phone: Phone; since: number }>();
  return async (persona: string): Promise<Phone> => {
    const now = clock.now().getTime();
    const last = known.get(persona);
    if (last !== undefined && now >= last.since && now - last.since < signedInForMs) return last.phone;
    const phone = await openPhone(url, persona);
    known.set(persona, { phone, since: now });
    return phone;
  };
};

/** How many requests go at a time: each more wants a function of its own to be loaded, and a small machine has two cores. */
const atOnce = 2;

/** Does the same for each, a few at a time; rejects with the first that fails. */
export const forEach = async <T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<void> => {
  const rest = [...items];
  const carry = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await run(item);
  };
  await Promise.all(Array.from({ length: atOnce }, carry));
};

const patienceMs = 60_000;
const askedAgainAfterMs = 100;

/** Waits for what follows from a change by way of the streams. */
export const until = async (what: string, isThere: () => Promise<boolean>): Promise<void> => {
  for (const deadline = Date.now() + patienceMs; !(await isThere()); await wait(askedAgainAfterMs)) {
    if (Date.now() > deadline) throw new Error(`${what} did not come about`);
  }
};

const stale = ['topic.changed', 'vote.changed', 'meeting.changed', 'ticket.changed'];
const mostTries = 5;

/** Takes a step from the newest page: the streams write into topics too, and may have done so since it was read. */
export const fromNewest = async <T>(take: () => Promise<T>, tries = 1): Promise<T> => {
  try {
    return await take();
  } catch (error) {
    const isStale = error instanceof Refused && stale.includes(error.code ?? '');
    if (!isStale || tries >= mostTries) throw error;
  }
  return fromNewest(take, tries + 1);
};
