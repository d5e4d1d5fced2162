import { AppError } from '@suishoupai/shared/contract/errors';
import type { CommunityId, MediaId, TopicId } from '@suishoupai/shared/ids';
import type { Topic } from '@suishoupai/shared/topics/contract';
import type { BindingsOf } from '../households/bindings.ts';
import type { Viewer } from '../http/handlers.ts';
import type { PhotoUrls } from '../media/photo-urls.ts';
import type { MediaStore } from '../media/store.ts';
import { makeBackground } from './background.ts';
import type { MarksStore } from './marks-store.ts';
import type { TopicRecord } from './record.ts';
import type { TopicStore } from './store.ts';
import { topicViewOf } from './view.ts';

type Deps = Parameters<typeof makeBackground>[0] & {
  topics: Pick<TopicStore, 'find'>;
  marks: Pick<MarksStore, 'find' | 'count'>;
  photosOf: MediaStore['findMany'];
  photoUrls: PhotoUrls;
  bindingsOf: BindingsOf;
};

/** Topics as somebody may see them. */
export const makeTopicReading = (deps: Deps) => {
  const { topics, marks, photosOf, photoUrls, bindingsOf } = deps;
  const background = makeBackground(deps);

  const find = async (id: TopicId): Promise<TopicRecord> => {
    const topic = await topics.find(id);
    if (topic === undefined) throw new AppError('topic.notFound');
    return topic;
  };

  /** Whether somebody has an approved household in the community. */
  const isResident = async (viewer: Viewer, communityId: CommunityId): Promise<boolean> =>
    (await bindingsOf(viewer.personId, communityId)).length > 0;

  const openPhotos = async ({ proposerId, photoIds }: TopicRecord): Promise<Set<MediaId>> => {
    const found = photoIds.length === 0 ? [] : await photosOf(proposerId, photoIds);
    return new Set(found.flatMap((photo) => (photo?.safety === 'pass' ? [photo.id] : [])));
  };

  const view = async (topic: TopicRecord, viewer: Viewer | undefined, now: Date): Promise<Topic> => {
    const mine = (tally: 'support' | 'rating') =>
      viewer === undefined ? undefined : marks.find(topic.id, tally, viewer.personId);
    const [around, support, rating, resident, photos] = await Promise.all([
      background(topic),
      mine('support'),
      topic.step === 'evaluate' || topic.state === 'done' ? mine('rating') : undefined,
      viewer !== undefined && topic.state === 'proposed' ? isResident(viewer, topic.communityId) : false,
      openPhotos(topic),
    ]);
    return topicViewOf(topic, {
      viewer,
      now,
      around,
      isResident: resident,
      hasSupported: support !== undefined,
      myStars: rating?.value === undefined ? undefined : Number(rating.value),
      openPhotos: photos,
      photoOf: photoUrls,
    });
  };

  return {
    find,
    background,
    isResident,
    view,
    get: async (viewer: Viewer | undefined, id: TopicId, now: Date): Promise<Topic> =>
      view(await find(id), viewer, now),
  };
};

export type TopicReading = ReturnType<typeof makeTopicReading>;
