import type { MeetingId, TicketId, VoteId } from '@suishoupai/shared/ids';
import { stateLabel } from '@suishoupai/shared/tickets/labels';
import { isFinished, type TicketState } from '@suishoupai/shared/tickets/states';
import { shortTime } from '@suishoupai/shared/time/china';
import type { Topic, TopicTicket } from '@suishoupai/shared/topics/contract';
import type { VoteState } from '@suishoupai/shared/votes/contract';
import { voteStateLabels } from '@suishoupai/shared/votes/labels';
import type { IconName } from '../../ui/icon/names.generated.ts';

/** A link of the chain from photo to vote to repair to rating. */
export type Link = {
  id: string;
  icon: IconName;
  title: string;
  note: string;
  /** Of a ticket: the place as it was, and as it was left. */
  photos?: readonly { when: '处理前' | '处理后'; url: string }[];
  /** Of a ticket, for its row of dashes. */
  state?: TicketState | undefined;
  to: { ticket: TicketId } | { meeting: MeetingId } | { vote: VoteId };
};

const ticketState = (state: string): TicketState | undefined =>
  state in stateLabel ? (state as TicketState) : undefined;

const ticketLink = (ticket: TopicTicket, now: string): Link => {
  const { ticketId, link, title, state, department, dueAt, isLate, before, after, stars } = ticket;
  const known = ticketState(state);
  const from = link === 'from';
  return {
    id: ticketId,
    icon: from ? 'camera' : 'wrench',
    title: title ?? (from ? '邻居拍的照片' : '照决定去办'),
    note: [
      from ? '起因' : '落实',
      department,
      known === undefined ? '正在转工单' : stateLabel[known],
      dueAt === undefined || known === undefined || isFinished(known)
        ? undefined
        : `${shortTime(dueAt, now)} 前${isLate ? '，已逾期' : ''}`,
      stars === undefined ? undefined : `${stars} 星`,
    ]
      .filter(Boolean)
      .join(' · '),
    photos: [
      ...(before === undefined ? [] : [{ when: '处理前' as const, url: before }]),
      ...(after === undefined ? [] : [{ when: '处理后' as const, url: after }]),
    ],
    state: known,
    to: { ticket: ticketId },
  };
};

/** In the order in which it happened: what it began with, meetings and votes by time, what was made of it. */
export const chainOf = (
  { tickets, meetings, votes }: Pick<Topic, 'tickets' | 'meetings' | 'votes'>,
  now: string,
): Link[] => {
  const between = [
    ...meetings.map(({ id, title, startsAt, isSigned }) => ({
      at: startsAt,
      link: {
        id,
        icon: 'users' as const,
        title,
        note: `${shortTime(startsAt, now)} · ${isSigned ? '纪要已双签' : startsAt > now ? '要开的会' : '纪要还没双签'}`,
        to: { meeting: id },
      },
    })),
    ...votes.map(({ id, title, state, closesAt }) => ({
      at: closesAt,
      link: {
        id,
        icon: 'vote' as const,
        title,
        note: `${state in voteStateLabels ? voteStateLabels[state as VoteState] : '表决'} · ${shortTime(closesAt, now)} 截止`,
        to: { vote: id },
      },
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  const ticketLinks = (side: TopicTicket['link']) =>
    tickets.filter(({ link }) => link === side).map((ticket) => ticketLink(ticket, now));
  return [...ticketLinks('from'), ...between.map(({ link }) => link), ...ticketLinks('to')];
};
