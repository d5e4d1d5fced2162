import { headsOf } from '@suishoupai/shared/votes/roll';
import type { Viewer } from '../http/handlers.ts';
import type { BoxStore } from './box-store.ts';
import { type Electors, slotOf } from './electors.ts';
import type { SlotRecord, VoteRecord } from './record.ts';
import { boxOf } from './rolls.ts';

type Deps = { box: Pick<BoxStore, 'findSlot'>; electors: Pick<Electors, 'keysOf'> };

const noKey = {
  owners: '您还没有认证为本社区的业主，认证以后才能在业主表决里投票',
  households: '您还没有认证住在本社区的哪一户，认证以后才能投票',
  residents: '您还没有认证为本社区的居民，认证以后才能投票',
  representatives: '这次由居民代表表决，代表名单上没有您',
} as const;
const fixed = '选民名册在表决开始时已经固定，那时名册上没有您';
const noSlot = {
  owners: `${fixed}。投票期间买的房，卖方投过的票算数，没投的由您投`,
  households: fixed,
  residents: fixed,
  representatives: fixed,
} as const;

/** The slots of a person in a vote, or why there is none. */
export const makePlacesOf =
  ({ box, electors }: Deps) =>
  async (vote: VoteRecord, viewer: Viewer | undefined): Promise<{ slots: SlotRecord[]; whyNot?: string }> => {
    if (viewer === undefined) return { slots: [] };
    const keys = await electors.keysOf(viewer.personId, vote.communityId, vote.electorate, vote.opened?.at);
    if (keys.length === 0) return { slots: [], whyNot: noKey[vote.electorate] };
    const place = boxOf(vote);
    if (place === undefined) return { slots: [] };
    const found = await Promise.all(keys.map((key) => box.findSlot(place, slotOf(vote, key))));
    const slots = found
      .filter((slot) => slot !== undefined)
      .filter((slot) => headsOf(slot) > 0 || slot.ballot !== undefined);
    return slots.length === 0 ? { slots, whyNot: noSlot[vote.electorate] } : { slots };
  };
