import type { MeetingId, TopicId, VoteId } from '@suishoupai/shared/ids';

/** A meeting about a topic. `hasResolution`: its signed minutes resolve something about this topic. */
export type TopicMeeting = {
  id: MeetingId;
  title: string;
  startsAt: string;
  isSigned: boolean;
  hasResolution: boolean;
};

/** A vote about a topic. `isInForce`: it is final and its matter was passed or chosen. */
export type TopicVote = { id: VoteId; title: string; state: string; closesAt: string; isInForce: boolean };

/** What other parts of 议事厅 have decided about a topic, as it is now and read consistently, oldest first. */
export type TopicDecisions = {
  meetingsOf: (topicId: TopicId) => Promise<TopicMeeting[]>;
  votesOf: (topicId: TopicId) => Promise<TopicVote[]>;
};
