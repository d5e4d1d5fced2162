import type { TicketView } from '@suishoupai/shared/tickets/contract';

/** So many neighbours have met the same: it is more than a repair. */
const enoughJoins = 5;

const over = ['declined', 'withdrawn', 'merged'];

/** Whether the page of a ticket offers to make a topic of it: many have joined, or it comes back. One that has its topic shows that. */
export const mayBecomeTopic = ({
  state,
  joins,
  repeats,
  topicId,
  isHeld,
}: Pick<TicketView, 'state' | 'joins' | 'repeats' | 'topicId' | 'isHeld'>): boolean =>
  topicId === undefined && !isHeld && !over.includes(state) && (joins >= enoughJoins || repeats > 0);
