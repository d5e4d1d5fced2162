import type { CommunityId } from '@suishoupai/shared/ids';
import type { TopicCard } from '@suishoupai/shared/topics/contract';
import type { Viewer } from '../http/handlers.ts';
import type { PlacesService } from '../places/service.ts';
import type { TopicGroup, TopicStore } from './store.ts';
import { topicCardFor } from './view.ts';

type Deps = { topics: Pick<TopicStore, 'list'>; places: Pick<PlacesService, 'getCommunity'> };
type List = { communityId: CommunityId; state?: TopicGroup | undefined; cursor?: string | undefined };

/** The topics of a community as somebody may see them in a list; a page of cards. */
export const makeTopicList =
  ({ topics, places }: Deps) =>
  async (
    viewer: Viewer | undefined,
    { communityId, state, cursor }: List,
    now: Date,
  ): Promise<{ items: TopicCard[]; next: string | undefined }> => {
    await places.getCommunity(communityId, now);
    const { items, next } = await topics.list({ communityId, group: state, cursor });
    return { items: items.map((card) => topicCardFor(card, viewer, now)), next };
  };
export type TopicList = ReturnType<typeof makeTopicList>;
