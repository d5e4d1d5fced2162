/**
 * `announced` until the roll is frozen at `opensAt`; `open`; `closed` by the clock, once; `counted` when paper is settled and the count
 * stands; `published` while residents may object (公示); `final` when the days are over and every objection is answered. `cancelled`
 * with a reason, before the count only.
 */
export const voteStates = ['announced', 'open', 'closed', 'counted', 'published', 'final', 'cancelled'] as const;
type VoteState = (typeof voteStates)[number];

type Transition = {
  from: readonly VoteState[];
  /** `same`: written into the vote, which stays where it is. */
  to: VoteState | 'same';
  by: 'clock' | 'staff';
};

/** The one table of a vote: guards, storage conditions and buttons follow from it. */
export const voteTransitions = {
  open: { from: ['announced'], to: 'open', by: 'clock' },
  /** Only a running vote has electors who can be told that they have longer. */
  extend: { from: ['open'], to: 'same', by: 'staff' },
  close: { from: ['open'], to: 'closed', by: 'clock' },
  count: { from: ['closed'], to: 'counted', by: 'clock' },
  publish: { from: ['counted'], to: 'published', by: 'staff' },
  conclude: { from: ['published'], to: 'final', by: 'clock' },
  cancel: { from: ['announced', 'open', 'closed'], to: 'cancelled', by: 'staff' },
  /** Nobody could ever vote: the clock cancels what has no roll when it should close. */
  abandon: { from: ['announced'], to: 'cancelled', by: 'clock' },
} as const satisfies Record<string, Transition>;
export type VoteStep = keyof typeof voteTransitions;

/** What is done within a vote without moving it, and in which states. */
const voteDeeds = {
  cast: ['open'],
  paper: ['open', 'closed'],
  settle: ['closed'],
  object: ['published'],
  answer: ['published'],
  audit: ['published', 'final'],
} as const satisfies Record<string, readonly VoteState[]>;
export type VoteDeed = keyof typeof voteDeeds;

/** Whether a step may be taken from a state. */
export const mayStep = (step: VoteStep, state: VoteState): boolean =>
  voteTransitions[step].from.some((from) => from === state);

/** Whether a deed has its time in a state. */
export const mayDo = (deed: VoteDeed, state: VoteState): boolean => voteDeeds[deed].some((within) => within === state);

/** The state after a step. */
export const stateAfter = (step: VoteStep, state: VoteState): VoteState => {
  const { to } = voteTransitions[step];
  return to === 'same' ? state : to;
};

/** Whether choices and result are for everyone to see. */
export const isPublished = (state: VoteState): boolean => state === 'published' || state === 'final';
