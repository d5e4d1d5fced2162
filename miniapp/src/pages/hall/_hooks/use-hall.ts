import type { CommunityId } from '@suishoupai/shared/ids';
import { type MeetingCard, meetingRoutes } from '@suishoupai/shared/meetings/contract';
import type { TopicCard } from '@suishoupai/shared/topics/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { type VoteCard, voteRoutes } from '@suishoupai/shared/votes/contract';
import { useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { type Page, usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { useDeparture } from '../../../outbox/use-outbox.ts';
import { useMetCommunity } from '../../../state/met-community.ts';
import { shownCommunity } from '../../../state/shown-community.ts';

export const shownTopics = ['all', 'proposed', 'supported', 'underway', 'over'] as const;
export type ShownTopics = (typeof shownTopics)[number];

export type Going = { votes: VoteCard[]; meetings: MeetingCard[] };

const most = 3;
const isGoing = ({ state }: VoteCard) => state === 'open' || state === 'announced' || state === 'published';

const order: VoteCard['state'][] = ['open', 'announced', 'published'];
/** What can be voted on now, the first to close first. */
const soonestFirst = (a: VoteCard, b: VoteCard): number =>
  order.indexOf(a.state) - order.indexOf(b.state) || Date.parse(a.closesAt) - Date.parse(b.closesAt);

const source = {
  going: async (communityId: CommunityId): Promise<Going> => {
    const [votes, meetings] = await Promise.all([
      call(voteRoutes.listVotes, { query: { communityId } }),
      call(meetingRoutes.listMeetings, { query: { communityId, when: 'coming' } }),
    ]);
    return {
      votes: votes.items.filter(isGoing).sort(soonestFirst).slice(0, most),
      meetings: meetings.items.filter(({ state }) => state !== 'cancelled').slice(0, most),
    };
  },
  topics: (communityId: CommunityId, shown: ShownTopics, cursor?: string): Promise<Page<TopicCard>> =>
    call(topicRoutes.listTopics, {
      query: { communityId, state: shown === 'all' ? undefined : shown, cursor },
    }),
};

/** What is open now, and the list of topics; each fails by itself. */
export const useHall = (asks = source) => {
  const me = useMe();
  const community = useMetCommunity();
  const id = community?.id;
  const [shown, choose] = useState<ShownTopics>('all');
  const going = useLoad(`${id} ${me?.id}`, async () => asks.going(await shownCommunity()), { reloadOnShow: true });
  const topics = usePages(
    `${id} ${shown}`,
    async (cursor?: string) => asks.topics(await shownCommunity(), shown, cursor),
    { reloadOnShow: true },
  );
  const reload = async () => {
    await Promise.all([going.reload(), topics.reload()]);
  };
  useRefresh(reload);
  useDeparture(({ isWatched }) => !isWatched && void reload());
  return { community, going, topics, shown, choose };
};
