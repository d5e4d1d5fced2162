import { type HallOverview, hallRoutes } from '@suishoupai/shared/hall/contract';
import type { CommunityId } from '@suishoupai/shared/ids';
import type { TopicCard } from '@suishoupai/shared/topics/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { useMemo, useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { sharedWhileAsked } from '../../../load/shared-while-asked.ts';
import { useLoad } from '../../../load/use-load.ts';
import { type Page, usePages } from '../../../load/use-pages.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { useDeparture } from '../../../outbox/use-outbox.ts';
import { useMetCommunity } from '../../../state/met-community.ts';
import { shownCommunity } from '../../../state/shown-community.ts';

export const shownTopics = ['all', 'proposed', 'supported', 'underway', 'over'] as const;
export type ShownTopics = (typeof shownTopics)[number];

const listed = ['proposed', 'supported', 'underway', 'over'] as const;

const source = {
  overview: (communityId: CommunityId): Promise<HallOverview> =>
    call(hallRoutes.getHallOverview, { query: { communityId } }),
  topics: (communityId: CommunityId, shown: ShownTopics, cursor?: string): Promise<Page<TopicCard>> =>
    call(topicRoutes.listTopics, {
      query: { communityId, state: listed.find((each) => each === shown), cursor },
    }),
};

/** What is open now, and the list of topics: the first page of all of them comes with the rest in one answer. */
export const useHall = (asks = source) => {
  const me = useMe();
  const community = useMetCommunity();
  const id = community?.id;
  const [shown, choose] = useState<ShownTopics>('all');
  // Somebody else signing in asks anew: the votes say what is mine.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the question is about
  const overview = useMemo(() => sharedWhileAsked(async () => asks.overview(await shownCommunity())), [id, me?.id]);
  const going = useLoad(`${id} ${me?.id}`, overview, { reloadOnShow: true });
  const topics = usePages(
    `${id} ${shown} ${me?.id}`,
    async (cursor?: string) =>
      shown === 'all' && cursor === undefined
        ? (await overview()).topics
        : asks.topics(await shownCommunity(), shown, cursor),
    { reloadOnShow: true },
  );
  const reload = async () => {
    await Promise.all([going.reload(), topics.reload()]);
  };
  useRefresh(reload);
  useDeparture(({ isWatched }) => !isWatched && void reload());
  return { community, going, topics, shown, choose };
};
