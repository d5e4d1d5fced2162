/**
 * The one table of the loop 采集上报 → 核实立案 → 指挥派遣 → 处理反馈 → 核查结案 → 考核评价. Guards, the storage condition
 * and the buttons on the screen are generated from it, and a test holds the routes' bodies to it, so a rule and its lock cannot drift apart.
 */
export const ticketStates = [
  'reported',
  'filed',
  'dispatched',
  'accepted',
  'returned',
  'resolved',
  'rework',
  'closed',
  'rated',
  'declined',
  'withdrawn',
] as const;
export type TicketState = (typeof ticketStates)[number];

/** How an actor stands to a ticket. One person may stand in several ways; the handler may never check own work. */
export type Relation = 'system' | 'reporter' | 'handler' | 'gridWorker' | 'communityStaff';

/** Where a ticket lies waiting: whose queue it is in. */
export type Desk = 'department' | 'grid' | 'community' | 'reporter' | 'none';

type Transition = {
  from: readonly TicketState[];
  /** `same`: the step is written into the trace and the state stays. */
  to: TicketState | 'same';
  by: readonly Relation[];
  /** What the step must bring; the route's body demands the same. */
  needs: readonly ('note' | 'photos' | 'department' | 'stars')[];
};

export const transitions = {
  file: { from: ['reported'], to: 'filed', by: ['system', 'gridWorker', 'communityStaff'], needs: [] },
  decline: { from: ['reported'], to: 'declined', by: ['communityStaff'], needs: ['note'] },
  dispatch: { from: ['filed', 'returned'], to: 'dispatched', by: ['system', 'communityStaff'], needs: ['department'] },
  accept: { from: ['dispatched'], to: 'accepted', by: ['handler'], needs: [] },
  return: { from: ['dispatched'], to: 'returned', by: ['handler'], needs: ['note'] },
  resolve: { from: ['accepted', 'rework'], to: 'resolved', by: ['handler'], needs: ['note', 'photos'] },
  confirm: { from: ['resolved'], to: 'closed', by: ['reporter', 'gridWorker', 'communityStaff'], needs: [] },
  rework: { from: ['resolved'], to: 'rework', by: ['reporter', 'gridWorker', 'communityStaff'], needs: ['note'] },
  rate: { from: ['closed'], to: 'rated', by: ['reporter'], needs: ['stars'] },
  withdraw: { from: ['reported', 'filed', 'dispatched'], to: 'withdrawn', by: ['reporter'], needs: [] },
  overdue: {
    from: ['reported', 'filed', 'dispatched', 'accepted', 'returned', 'resolved', 'rework'],
    to: 'same',
    by: ['system'],
    needs: [],
  },
  /** Words or a photo that the safety check did not pass are shown or kept hidden; a line of the trace that outsiders do not see. */
  review: { from: ticketStates, to: 'same', by: ['communityStaff'], needs: [] },
} as const satisfies Record<string, Transition>;

export type Step = keyof typeof transitions;
/** Lines of the trace that leave state and version alone: what the clock writes, and what was decided about publishing. */
const marks = ['overdue', 'review'] as const;
export type Mark = (typeof marks)[number];
/** Steps that move a ticket on. */
export type PersonStep = Exclude<Step, Mark>;

export const isMark = (step: Step): step is Mark => marks.some((mark) => mark === step);

const deskTable: Record<TicketState, Desk> = {
  reported: 'community',
  filed: 'community',
  dispatched: 'department',
  accepted: 'department',
  returned: 'community',
  resolved: 'grid',
  rework: 'department',
  closed: 'reporter',
  rated: 'none',
  declined: 'none',
  withdrawn: 'none',
};

/** Who has the ticket in hand in this state. `closed` waits for the reporter's rating and is nobody's duty. */
export const deskOf = (state: TicketState): Desk => deskTable[state];

export const statesBefore = (step: Step): readonly TicketState[] => transitions[step].from;

/** The state after a step, or undefined when the table forbids it. Pure; knows nothing of who asks. */
export const stateAfter = (step: Step, from: TicketState): TicketState | undefined => {
  const { from: allowed, to }: Transition = transitions[step];
  if (!allowed.includes(from)) return undefined;
  return to === 'same' ? from : to;
};

/**
 * Whether someone standing in these relations may take the step by role. The handler is never a checker of the same ticket,
 * whatever other grants they hold.
 */
export const mayTake = (step: Step, relations: readonly Relation[]): boolean => {
  const { by }: Transition = transitions[step];
  const isCheck = step === 'confirm' || step === 'rework';
  if (isCheck && relations.includes('handler')) return false;
  return by.some((relation) => relations.includes(relation));
};

/** The steps open to these relations in this state, in the order of the table. */
export const openSteps = (state: TicketState, relations: readonly Relation[]): PersonStep[] =>
  (Object.keys(transitions) as Step[]).filter(
    (step): step is PersonStep => !isMark(step) && stateAfter(step, state) !== undefined && mayTake(step, relations),
  );

/** The reporter is asked: is it mended, how was it. */
export const isForReporter = (state: TicketState): boolean =>
  openSteps(state, ['reporter']).some((step) => step !== 'withdraw');

export const isFinished = (state: TicketState): boolean => deskOf(state) === 'none' || state === 'closed';
