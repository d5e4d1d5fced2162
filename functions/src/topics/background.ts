import { isFinished } from '@suishoupai/shared/tickets/states';
import type { Evidence } from '@suishoupai/shared/topics/rules';
import type { Ticket } from '../tickets/record.ts';
import type { TicketStore } from '../tickets/store.ts';
import { stepBeganAt } from './change.ts';
import type { TopicDecisions, TopicMeeting, TopicVote } from './decisions.ts';
import type { MarksStore } from './marks-store.ts';
import type { TopicRecord } from './record.ts';

type Deps = {
  tickets: Pick<TicketStore, 'find'>;
  marks: Pick<MarksStore, 'count'>;
  decisions: TopicDecisions;
};

/** What stands around a topic at this moment: its meetings, votes, tickets and how it was rated. */
export type Background = {
  meetings: TopicMeeting[];
  votes: TopicVote[];
  from: Ticket | undefined;
  /** In the order in which they were ordered; undefined until the ticket stands. */
  ordered: (Ticket | undefined)[];
  /** How often so many stars were given. */
  ratings: Record<string, number>;
};

export const makeBackground =
  ({ tickets, marks, decisions }: Deps) =>
  async (topic: TopicRecord): Promise<Background> => {
    const { id, takenUpAt, fromTicketId, orders, step, state } = topic;
    const isTakenUp = takenUpAt !== undefined;
    const [meetings, votes, from, ordered, ratings] = await Promise.all([
      isTakenUp ? decisions.meetingsOf(id) : [],
      isTakenUp ? decisions.votesOf(id) : [],
      fromTicketId === undefined ? undefined : tickets.find(fromTicketId),
      Promise.all(orders.map(({ ticketId }) => tickets.find(ticketId))),
      step === 'evaluate' || state === 'done' ? marks.count(id, 'rating') : {},
    ]);
    return { meetings, votes, from, ordered, ratings };
  };
export type ReadBackground = ReturnType<typeof makeBackground>;

type Given = { hasWords: boolean; hasDecisionWords: boolean; now: string };

/** What stands behind the present step; undefined when the topic has none. */
export const evidenceOf = (topic: TopicRecord, around: Background, given: Given): Evidence | undefined => {
  const { path, step, announcements, summary } = topic;
  if (step === undefined) return undefined;
  return {
    path,
    step,
    ...given,
    stepBeganAt: stepBeganAt(topic),
    announcements: announcements.length,
    summaryAt: summary?.at,
    hasSignedMinutes: around.meetings.some(({ isSigned }) => isSigned),
    hasResolution: around.meetings.some(({ isSigned, hasResolution }) => isSigned && hasResolution),
    hasVoteInForce: around.votes.some(({ isInForce }) => isInForce),
    tickets: around.ordered.length,
    openTickets: around.ordered.filter((ticket) => ticket === undefined || !isFinished(ticket.state)).length,
    ratings: Object.keys(around.ratings).length,
  };
};
