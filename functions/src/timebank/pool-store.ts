import type { CommunityId } from '@suishoupai/shared/ids';
import { Pool } from '@suishoupai/shared/timebank/contract';
import * as z from 'zod/mini';
import type { Act } from '../dynamo/memory-items.ts';
import type { Key } from '../dynamo/table.ts';
import type { TimebankItems } from './items-store.ts';

const poolKey = (communityId: CommunityId): Key => ({ pk: `${communityId}#timebank`, sk: 'pool' });
const empty: Pool = { donated: 0, free: 0, promised: 0, used: 0 };

/** A movement within the pool: what of it is needed must be there, so that neither what is free nor what is promised falls below 0. */
const move = (communityId: CommunityId, change: Pool): Act => {
  const key = poolKey(communityId);
  const names = Object.keys(change) as (keyof Pool)[];
  const changed = names.filter((name) => change[name] !== 0);
  const needed = changed.filter((name) => change[name] < 0);
  return {
    key,
    part: {
      update: {
        key,
        update: `ADD ${changed.map((name) => `#${name} :${name}`).join(', ')}`,
        condition:
          needed.length === 0
            ? 'attribute_exists(pk) OR attribute_not_exists(pk)'
            : needed.map((name) => `#${name} >= :least_${name}`).join(' AND '),
        names: Object.fromEntries(changed.map((name) => [`#${name}`, name])),
        values: Object.fromEntries([
          ...changed.map((name) => [`:${name}`, change[name]]),
          ...needed.map((name) => [`:least_${name}`, -change[name]]),
        ]),
      },
    },
    apply: (existing) => {
      const before = existing === undefined ? empty : z.parse(Pool, { ...empty, ...existing });
      const after = Object.fromEntries(names.map((name) => [name, before[name] + change[name]]));
      return needed.some((name) => (after[name] ?? 0) < 0) ? undefined : { ...key, ...after };
    },
  };
};

/** Minutes come into the pool; goes into the transaction of the transfer to `donated`. */
export const poolDonation = (communityId: CommunityId, minutes: number): Act =>
  move(communityId, { donated: minutes, free: minutes, promised: 0, used: 0 });

/** Minutes are promised: as many must be free. */
export const poolPromise = (communityId: CommunityId, minutes: number): Act =>
  move(communityId, { donated: 0, free: -minutes, promised: minutes, used: 0 });

/** A promise ends: so much of it was used, the rest is free again. */
export const poolUse = (communityId: CommunityId, promised: number, used: number): Act =>
  move(communityId, { donated: 0, free: promised - used, promised: -promised, used });

export const makePoolStore = (items: TimebankItems) => ({
  /** Where the pool of a community stands, read consistently. */
  find: async (communityId: CommunityId): Promise<Pool> => {
    const item = await items.get(poolKey(communityId));
    return item === undefined ? empty : z.parse(Pool, { ...empty, ...item });
  },
});

export type PoolStore = ReturnType<typeof makePoolStore>;
