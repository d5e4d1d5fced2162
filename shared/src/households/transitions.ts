/** How a request to be bound to a household goes: asked, compared with the roll by staff, in force until it ends. */
export const claimStates = ['waiting', 'approved', 'refused', 'withdrawn', 'ended'] as const;
export type ClaimState = (typeof claimStates)[number];

/** `system`: a sale, or a new roll in which the owner is not named any more. */
export type ClaimActor = 'person' | 'staff' | 'system';

type Row = { from: ClaimState; to: ClaimState; by: ClaimActor };

export const claimTransitions = {
  approve: [{ from: 'waiting', to: 'approved', by: 'staff' }],
  refuse: [{ from: 'waiting', to: 'refused', by: 'staff' }],
  withdraw: [
    { from: 'waiting', to: 'withdrawn', by: 'person' },
    { from: 'approved', to: 'ended', by: 'person' },
  ],
  end: [
    { from: 'approved', to: 'ended', by: 'staff' },
    { from: 'approved', to: 'ended', by: 'system' },
  ],
  /** The owner stays, the set of owners around them changed: the binding follows. */
  rebind: [{ from: 'approved', to: 'approved', by: 'system' }],
} as const satisfies Record<string, readonly Row[]>;

export type ClaimStep = keyof typeof claimTransitions;
const tableOf: Record<ClaimStep, readonly Row[]> = claimTransitions;

/** Where the step leads from here; undefined when the table has no such row. */
export const claimStateAfter = (step: ClaimStep, from: ClaimState, by: ClaimActor): ClaimState | undefined =>
  tableOf[step].find((row) => row.from === from && row.by === by)?.to;

/** It waits or is in force: no second one for the same person and unit. */
export const isOpenClaim = (state: ClaimState): state is 'waiting' | 'approved' =>
  state === 'waiting' || state === 'approved';
