import { topicLimits } from '@suishoupai/shared/topics/limits';
import { stepsOf, topicDays } from '@suishoupai/shared/topics/paths';
import { daysAfter, isDecidedBy } from '@suishoupai/shared/topics/rules';
import type { TopicFacts, TopicRelation } from '@suishoupai/shared/topics/transitions';
import type { Viewer } from '../http/handlers.ts';
import { postFor } from '../people/posts.ts';
import { isTopicShown, type TopicRecord } from './record.ts';

type Placed = Pick<TopicRecord, 'communityId' | 'streetId' | 'proposerId'>;

/** How a person stands to a topic, in every way at once; the access rule of the engine. */
export const topicRelationsOf = (topic: Placed, viewer: Viewer | undefined): TopicRelation[] => {
  if (viewer === undefined) return [];
  const post = postFor(viewer, topic)?.role;
  return [
    'person',
    ...(viewer.personId === topic.proposerId ? (['proposer'] as const) : []),
    ...(post === 'communityStaff' || post === 'coordinator' ? [post] : []),
  ];
};

export const isTopicStaff = (relations: readonly TopicRelation[]): boolean =>
  relations.includes('communityStaff') || relations.includes('coordinator');

/** What others call somebody in the discussion and the trace: a post, the proposer, or simply a resident. */
export const authorOf = (topic: Placed, viewer: Viewer): string => {
  const post = viewer.grants.find((grant) =>
    grant.role === 'coordinator'
      ? grant.streetId === topic.streetId
      : grant.role !== 'supplier' && grant.communityId === topic.communityId,
  );
  return post?.label ?? (viewer.personId === topic.proposerId ? '提议人' : '居民');
};

type Known = {
  now: string;
  isResident?: boolean;
  hasSupported?: boolean;
  isProofMissing?: boolean;
};

/** What came of it may be rated while it is evaluated; on the fast path, which has no such step, for some days after its end. */
const isRateable = ({ state, path, step, endedAt }: TopicRecord, now: string): boolean => {
  if (state === 'underway') return step === 'evaluate';
  return state === 'done' && path === 'fast' && endedAt !== undefined && now < daysAfter(endedAt, topicDays.rating);
};

/** What the transition table looks at besides who asks. */
export const topicFactsOf = (topic: TopicRecord, known: Known): TopicFacts => {
  const { now, isResident = false, hasSupported = false, isProofMissing = false } = known;
  const lines = (what: string) => topic.events.filter((event) => event.what === what).length;
  return {
    state: topic.state,
    isShown: isTopicShown(topic),
    isResident,
    hasSupported,
    isBacked: topic.isBacked,
    hasEnough: topic.supports >= topic.threshold,
    isSupportOver: now >= topic.supportUntil,
    isOverdue: topic.wakeAt !== undefined && now >= topic.wakeAt,
    isLastStep: topic.step !== undefined && stepsOf(topic.path).at(-1) === topic.step,
    isProofMissing,
    isAnnounced: topic.announcements.length > 0,
    isDecided: isDecidedBy(topic.step),
    isRateable: isRateable(topic, now),
    hasRoom: {
      plan: lines('plan') < topicLimits.plans,
      announce: topic.announcements.length < topicLimits.announcements,
      summarise: lines('summary') < topicLimits.summaries,
      ticket: topic.orders.length < topicLimits.tickets,
    },
  };
};
