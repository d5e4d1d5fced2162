import type { ErrorCode } from '../contract/errors.ts';
import type { TicketState } from './states.ts';

/** What the table looks at besides who asks. Pure: made from the ticket, the viewer and the hour. */
export type Circumstances = {
  state: TicketState;
  /** The state it was held up in, while it waits, is parked or merged. */
  before?: TicketState | undefined;
  /** How often departments sent it back. */
  returns: number;
  /** How often a low rating has already set it to work again. */
  rectifications: number;
  /** How often a handler has asked the reporter, and the clocks stood still. */
  asks: number;
  /** Somebody else has joined, or was merged into it: it is no longer the reporter's alone. */
  isJoined: boolean;
  /** Entered by staff for a resident who has no account here. */
  isOnBehalf: boolean;
  isExtensionAsked: boolean;
  extensions: number;
  /** Supporting departments that have not reported. */
  openTasks: number;
  /** The task in question, the viewer's own or the one named, is open. Undefined: none is in question yet. */
  isTaskOpen?: boolean | undefined;
  /** The viewer has rated since it was last closed. */
  hasRated: boolean;
  /** Within the days in which it may be taken up again. */
  isRecentlyClosed: boolean;
  /** What is being given, when the step is a rating. */
  stars?: number | undefined;
};

type Rule = { holds: (facts: Circumstances) => boolean; code: ErrorCode };

/** At most this many stars set the work going once more. */
export const lowStars = 2;
/** A duty that nobody takes after the second return is settled by the street, not by a third. */
const maxReturns = 2;
const maxExtensions = 1;
/** Every question stops the clocks. */
const maxAsks = 2;

export const conditions = {
  firstReturn: { holds: ({ returns }) => returns === 0, code: 'ticket.returnedTwice' },
  secondReturn: { holds: ({ returns }) => returns === maxReturns - 1, code: 'ticket.returnedTwice' },
  mayAsk: { holds: ({ asks }) => asks < maxAsks, code: 'ticket.askedTwice' },
  allReported: { holds: ({ openTasks }) => openTasks === 0, code: 'ticket.tasksOpen' },
  taskOpen: { holds: ({ isTaskOpen, openTasks }) => isTaskOpen ?? openTasks > 0, code: 'ticket.taskReported' },
  mayExtend: {
    holds: ({ isExtensionAsked, extensions }) => !isExtensionAsked && extensions < maxExtensions,
    code: 'ticket.extensionSpent',
  },
  extensionAsked: { holds: ({ isExtensionAsked }) => isExtensionAsked, code: 'ticket.noExtensionAsked' },
  onBehalf: { holds: ({ isOnBehalf }) => isOnBehalf, code: 'ticket.reporterPresent' },
  notJoined: { holds: ({ isJoined }) => !isJoined, code: 'ticket.joined' },
  recentlyClosed: { holds: ({ isRecentlyClosed }) => isRecentlyClosed, code: 'ticket.closedLongAgo' },
  notYetRated: { holds: ({ hasRated }) => !hasRated, code: 'ticket.rated' },
  firstLowRating: {
    holds: ({ stars, rectifications }) => stars !== undefined && stars <= lowStars && rectifications === 0,
    code: 'ticket.rated',
  },
} as const satisfies Record<string, Rule>;

export type Condition = keyof typeof conditions;
