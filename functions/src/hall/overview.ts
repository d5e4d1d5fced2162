import { type HallOverview, hallLimits } from '@suishoupai/shared/hall/contract';
import type { CommunityId } from '@suishoupai/shared/ids';
import type { VoteCard } from '@suishoupai/shared/votes/contract';
import type { Viewer } from '../http/handlers.ts';
import type { MeetingStore } from '../meetings/store.ts';
import type { TopicList } from '../topics/listing.ts';
import type { VoteCards } from '../votes/cards.ts';

type Deps = {
  listTopics: TopicList;
  listVotes: VoteCards;
  meetings: Pick<MeetingStore, 'list'>;
};

const going: VoteCard['state'][] = ['open', 'announced', 'published'];
/** What can be voted on now before what will be, and that before what was; the first to close first. */
const soonestFirst = (a: VoteCard, b: VoteCard): number =>
  going.indexOf(a.state) - going.indexOf(b.state) || Date.parse(a.closesAt) - Date.parse(b.closesAt);

/** What goes on in 议事厅, for whoever opens it. */
export const makeHallOverview =
  ({ listTopics, listVotes, meetings }: Deps) =>
  async (viewer: Viewer | undefined, communityId: CommunityId, now: Date): Promise<HallOverview> => {
    const [listed, coming, first] = await Promise.all([
      listVotes(viewer, { communityId }, now),
      meetings.list({ communityId, when: 'coming', now: now.toISOString() }),
      listTopics(viewer, { communityId }, now),
    ]);
    const { shown } = hallLimits;
    return {
      votes: listed.items
        .filter(({ state }) => going.includes(state))
        .toSorted(soonestFirst)
        .slice(0, shown),
      meetings: coming.items.filter(({ state }) => state !== 'cancelled').slice(0, shown),
      topics: first,
    };
  };
