import type { CommunityId } from '@suishoupai/shared/ids';
import type { Community } from '@suishoupai/shared/places/contract';
import type { DutyStore } from './duty-store.ts';

type Deps = {
  duties: Pick<DutyStore, 'dutiesFrom' | 'listDuties'>;
  getCommunity: (id: CommunityId, now: Date) => Promise<Community>;
};

/** The responsibility list for anyone to read, never from memory. */
export const makeDutyService = ({ duties, getCommunity }: Deps) => ({
  /** The list in force and the newest one to come, as they are at this moment. */
  read: async (communityId: CommunityId, now: Date) => {
    const { id, name, departments } = await getCommunity(communityId, now);
    const found = await duties.dutiesFrom(communityId, now.toISOString(), { consistent: true });
    const inForce = found.find(({ effectiveFrom }) => effectiveFrom <= now.toISOString());
    const [newest] = found;
    return {
      community: { id, name, departments },
      ...(inForce === undefined ? {} : { inForce }),
      ...(newest === undefined || newest === inForce ? {} : { coming: newest }),
    };
  },

  history: async (communityId: CommunityId, cursor: string | undefined, now: Date) => {
    await getCommunity(communityId, now);
    return duties.listDuties(communityId, cursor);
  },
});

export type DutyService = ReturnType<typeof makeDutyService>;
