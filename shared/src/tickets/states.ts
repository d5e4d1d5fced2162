export const ticketStates = [
  'reported',
  'filed',
  'dispatched',
  'accepted',
  'returned',
  'disputed',
  'waiting',
  'resolved',
  'rework',
  'closed',
  'rated',
  'parked',
  'declined',
  'withdrawn',
  'merged',
] as const;
export type TicketState = (typeof ticketStates)[number];

/** Where a ticket lies waiting: whose queue it is in. `before`: where it lay before it was held up. */
export type Desk = 'department' | 'filing' | 'grid' | 'community' | 'street' | 'before' | 'none';

const deskTable: Record<TicketState, Desk> = {
  reported: 'filing',
  filed: 'community',
  dispatched: 'department',
  accepted: 'department',
  returned: 'community',
  disputed: 'street',
  waiting: 'before',
  resolved: 'grid',
  rework: 'department',
  closed: 'none',
  rated: 'none',
  parked: 'community',
  declined: 'none',
  withdrawn: 'none',
  merged: 'none',
};

/** Who has the ticket in hand in this state. `closed` waits for the reporter's rating and is nobody's duty. */
export const deskOf = (state: TicketState): Desk => deskTable[state];

/** The reporter is asked: for more, whether it is mended, how it was. */
export const isForReporter = (state: TicketState): boolean => ['waiting', 'resolved', 'closed'].includes(state);

/** What has become of it. No count ever mixes two of these: 已处理 is not yet 已办结, and neither is 挂账 or 不予立案. */
export const outcomes = ['open', 'resolved', 'closed', 'parked', 'declined', 'withdrawn', 'merged'] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeOf = (state: TicketState): Outcome => {
  switch (state) {
    case 'reported':
    case 'filed':
    case 'dispatched':
    case 'accepted':
    case 'returned':
    case 'disputed':
    case 'waiting':
    case 'rework':
      return 'open';
    case 'closed':
    case 'rated':
      return 'closed';
    case 'resolved':
    case 'parked':
    case 'declined':
    case 'withdrawn':
    case 'merged':
      return state;
    default:
      return state satisfies never;
  }
};

export const isFinished = (state: TicketState): boolean => deskOf(state) === 'none';

/** Somebody still has to act, or will: what others may be merged into. */
export const unfinishedStates: readonly TicketState[] = ticketStates.filter((state) => !isFinished(state));
