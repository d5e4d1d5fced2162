import type { TopicId, VoteId } from '@suishoupai/shared/ids';
import type { VoteState } from '@suishoupai/shared/votes/contract';
import type { Outcome } from '@suishoupai/shared/votes/result';
import { isPublished } from '@suishoupai/shared/votes/transitions';
import type { VoteStore } from './store.ts';

/** A vote about a topic as the topic needs it. `isInForce`: it is final, and its matter was passed or something was chosen. */
export type TopicVote = {
  id: VoteId;
  title: string;
  state: VoteState;
  closesAt: string;
  matter: string;
  outcome?: Outcome;
  isInForce: boolean;
};

/** The votes about a topic, the oldest first, read consistently. The outcome only when everyone may know it. */
export const makeVotesOf =
  ({ votes }: { votes: Pick<VoteStore, 'ofTopic'> }) =>
  async (topicId: TopicId): Promise<TopicVote[]> =>
    (await votes.ofTopic(topicId)).map(({ id, title, state, closesAt, question, counted }) => {
      const outcome = isPublished(state) ? counted?.result.outcome : undefined;
      const isInForce = state === 'final' && (outcome === 'passed' || outcome === 'chosen');
      return {
        id,
        title,
        state,
        closesAt,
        matter: question.text,
        isInForce,
        ...(outcome === undefined ? {} : { outcome }),
      };
    });
