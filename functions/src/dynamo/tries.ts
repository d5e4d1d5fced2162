import { Instant } from '@suishoupai/shared/contract/fields';
import { minuteMs } from '@suishoupai/shared/time/units';
import * as z from 'zod/mini';
import type { Key, Table } from './table.ts';

/** So many tries within so many minutes from the first. */
export type TryLimit = { most: number; minutes: number };

/** Takes one try of those under a key; false when those of the running minutes are used up. At once: no more than there are. */
export type TakeTry = (key: Key, limit: TryLimit, now: Date) => Promise<boolean>;

const Tries = z.object({ startedAt: Instant });
const since = ({ minutes }: TryLimit, now: Date) => new Date(now.getTime() - minutes * minuteMs).toISOString();

export const makeMemoryTakeTry = (): TakeTry => {
  const tries = new Map<string, { startedAt: string; count: number }>();
  return async ({ pk, sk }, limit, now) => {
    const name = `${pk}|${sk}`;
    const known = tries.get(name);
    const running = known !== undefined && known.startedAt > since(limit, now) ? known : undefined;
    if (running !== undefined && running.count >= limit.most) return false;
    tries.set(name, { startedAt: running?.startedAt ?? now.toISOString(), count: (running?.count ?? 0) + 1 });
    return true;
  };
};

export const makeDynamoTakeTry = (table: Pick<Table, 'update'>): TakeTry => {
  const takeTry = async (key: Key, limit: TryLimit, now: Date, isAgain = false): Promise<boolean> => {
    const another = await table.update(key, 'SET tries = tries + :one', 'startedAt > :since AND tries < :max', {
      values: { ':one': 1, ':since': since(limit, now), ':max': limit.most },
    });
    if (another.applied) return true;
    if (another.existing !== undefined && z.parse(Tries, another.existing).startedAt > since(limit, now)) return false;
    const first = await table.update(
      key,
      'SET startedAt = :now, tries = :one',
      'attribute_not_exists(pk) OR startedAt <= :since',
      { values: { ':one': 1, ':since': since(limit, now), ':now': now.toISOString() } },
    );
    // Another try of the same person began the minutes in between: this one is counted within them.
    return first.applied || (!isAgain && takeTry(key, limit, now, true));
  };
  return (key, limit, now) => takeTry(key, limit, now);
};
