import { type Circumstances, type Condition, conditions } from './conditions.ts';
import { type TicketState, ticketStates } from './states.ts';

/**
 * The one table of the loop 采集上报 → 核实立案 → 指挥派遣 → 处理反馈 → 核查结案 → 考核评价. Guards, the storage condition
 * and the buttons on the screen are generated from it, and a test holds the routes' bodies to it, so a rule and its lock cannot drift apart.
 */
/** How an actor stands to a ticket. One person may stand in several ways; the handler may never check own work. */
export const relationNames = [
  'system',
  'reporter',
  'joiner',
  'handler',
  'supporter',
  'gridWorker',
  'communityStaff',
  'coordinator',
] as const;
export type Relation = (typeof relationNames)[number];

type Row = {
  from: readonly TicketState[];
  /** `same`: the step is written into the trace and the state stays. `before`: back to where it was held up (asked, parked, merged). */
  to: TicketState | 'same' | 'before';
  by: readonly Relation[];
  /** What else must hold; the first that does not names the code of the refusal. */
  when?: readonly Condition[];
};

type Need =
  | 'note'
  | 'photos'
  | 'department'
  | 'category'
  | 'supporting'
  | 'limit'
  | 'day'
  | 'ticket'
  | 'person'
  | 'stars';

type Transition = {
  rows: readonly Row[];
  /** What the step must bring; the route's body demands the same. */
  needs: readonly Need[];
  /** Leaves the version alone: the pages of others do not become stale by it. */
  isSideline?: true;
  /** A line of the trace that only staff see. */
  isInternal?: true;
};

const supervising = ['communityStaff', 'coordinator'] as const;
const staff = ['handler', 'supporter', 'gridWorker', 'communityStaff', 'coordinator'] as const;
const checkers = ['reporter', 'gridWorker', 'communityStaff'] as const;
const inWork = ['accepted', 'rework'] as const;
const running = [
  'reported',
  'filed',
  'dispatched',
  'accepted',
  'returned',
  'disputed',
  'waiting',
  'resolved',
  'rework',
  'parked',
] as const;

export const transitions = {
  file: { rows: [{ from: ['reported'], to: 'filed', by: ['system', 'gridWorker', 'communityStaff'] }], needs: [] },
  decline: {
    rows: [{ from: ['reported'], to: 'declined', by: ['gridWorker', 'communityStaff'] }],
    needs: ['note'],
  },
  dispatch: {
    rows: [
      { from: ['filed'], to: 'dispatched', by: ['system', 'communityStaff', 'coordinator'] },
      { from: ['returned'], to: 'dispatched', by: supervising },
      // The coordinator's word ends a dispute, and takes a ticket from a department that is gone or will not move.
      { from: ['disputed', 'dispatched', 'accepted', 'rework'], to: 'dispatched', by: ['coordinator'] },
    ],
    needs: ['department'],
  },
  /** 街道吹哨、部门报到: one lead, supporting departments each with a task and a clock of their own. */
  joint: {
    rows: [
      { from: ['filed', 'returned'], to: 'dispatched', by: supervising },
      { from: ['disputed', 'dispatched', 'accepted', 'rework'], to: 'dispatched', by: ['coordinator'] },
    ],
    needs: ['department', 'supporting'],
  },
  accept: { rows: [{ from: ['dispatched'], to: 'accepted', by: ['handler'] }], needs: [] },
  return: {
    rows: [
      { from: ['dispatched'], to: 'returned', by: ['handler'], when: ['firstReturn'] },
      { from: ['dispatched'], to: 'disputed', by: ['handler'], when: ['secondReturn'] },
    ],
    needs: ['note', 'category'],
  },
  ask: {
    rows: [
      { from: ['reported'], to: 'waiting', by: ['gridWorker', 'communityStaff'] },
      { from: inWork, to: 'waiting', by: ['handler'], when: ['mayAsk'] },
    ],
    needs: ['note'],
  },
  answer: {
    rows: [
      { from: ['waiting'], to: 'before', by: ['reporter'] },
      { from: ['waiting'], to: 'before', by: ['communityStaff'], when: ['onBehalf'] },
    ],
    needs: ['note'],
  },
  answerTimeout: { rows: [{ from: ['waiting'], to: 'before', by: ['system'] }], needs: [] },
  progress: { rows: [{ from: inWork, to: 'same', by: ['handler'] }], needs: ['note'], isSideline: true },
  askExtension: {
    rows: [{ from: inWork, to: 'same', by: ['handler'], when: ['mayExtend'] }],
    needs: ['note', 'limit'],
  },
  grantExtension: { rows: [{ from: inWork, to: 'same', by: supervising, when: ['extensionAsked'] }], needs: [] },
  refuseExtension: { rows: [{ from: inWork, to: 'same', by: supervising, when: ['extensionAsked'] }], needs: ['note'] },
  /** A supporting department reports that its task is done. */
  reply: {
    rows: [
      {
        from: ['dispatched', 'accepted', 'rework', 'waiting', 'parked'],
        to: 'same',
        by: ['supporter'],
        when: ['taskOpen'],
      },
    ],
    needs: ['note'],
    isSideline: true,
  },
  /** Lets a supporting department off: the reason stands in the trace. */
  excuse: {
    rows: [
      {
        from: ['dispatched', 'accepted', 'rework', 'waiting', 'parked'],
        to: 'same',
        by: ['coordinator'],
        when: ['taskOpen'],
      },
    ],
    needs: ['note', 'department'],
  },
  resolve: {
    rows: [{ from: inWork, to: 'resolved', by: ['handler'], when: ['allReported'] }],
    needs: ['note', 'photos'],
  },
  confirm: { rows: [{ from: ['resolved'], to: 'closed', by: checkers }], needs: [] },
  rework: { rows: [{ from: ['resolved'], to: 'rework', by: checkers }], needs: ['note'] },
  rate: {
    rows: [
      { from: ['closed', 'rated'], to: 'rework', by: ['reporter', 'joiner'], when: ['notYetRated', 'firstLowRating'] },
      {
        from: ['closed', 'rated'],
        to: 'rework',
        by: ['communityStaff'],
        when: ['onBehalf', 'notYetRated', 'firstLowRating'],
      },
      { from: ['closed', 'rated'], to: 'rated', by: ['reporter', 'joiner'], when: ['notYetRated'] },
      { from: ['closed', 'rated'], to: 'rated', by: ['communityStaff'], when: ['onBehalf', 'notYetRated'] },
    ],
    needs: ['stars'],
  },
  reopen: {
    rows: [
      { from: ['closed', 'rated'], to: 'rework', by: ['reporter', 'joiner'], when: ['recentlyClosed'] },
      { from: ['closed', 'rated'], to: 'rework', by: ['communityStaff'], when: ['onBehalf', 'recentlyClosed'] },
    ],
    needs: ['note'],
  },
  park: {
    rows: [
      { from: ['filed', 'dispatched', 'accepted', 'returned', 'disputed', 'rework'], to: 'parked', by: supervising },
    ],
    needs: ['note', 'day'],
  },
  unpark: { rows: [{ from: ['parked'], to: 'before', by: supervising }], needs: [] },
  withdraw: {
    rows: [{ from: ['reported', 'filed', 'dispatched'], to: 'withdrawn', by: ['reporter'], when: ['notJoined'] }],
    needs: [],
  },
  merge: {
    rows: [
      {
        from: ['reported', 'filed', 'dispatched', 'accepted', 'returned', 'disputed'],
        to: 'merged',
        by: supervising,
      },
    ],
    needs: ['ticket'],
  },
  unmerge: { rows: [{ from: ['merged'], to: 'before', by: supervising }], needs: ['note'] },
  /** To a colleague at the same desk (A 角 to B 角). */
  handOver: {
    rows: [{ from: ['dispatched', 'accepted', 'rework', 'waiting'], to: 'same', by: ['handler'] }],
    needs: ['person'],
    isSideline: true,
    isInternal: true,
  },
  /** A note among staff (内部备注). */
  remark: {
    rows: [{ from: ticketStates, to: 'same', by: staff }],
    needs: ['note'],
    isSideline: true,
    isInternal: true,
  },
  /** A resident without the app was told by telephone. */
  callBack: {
    rows: [{ from: ticketStates, to: 'same', by: ['communityStaff'], when: ['onBehalf'] }],
    needs: ['note'],
    isSideline: true,
    isInternal: true,
  },
  /** The clock: four fifths of a limit have passed; the limit has; it has for long, and one level up is told. */
  warning: { rows: [{ from: running, to: 'same', by: ['system'] }], needs: [], isSideline: true, isInternal: true },
  overdue: { rows: [{ from: running, to: 'same', by: ['system'] }], needs: [], isSideline: true },
  escalation: { rows: [{ from: running, to: 'same', by: ['system'] }], needs: [], isSideline: true },
  /** Words or a photo that the safety check did not pass, or that somebody complained of, are shown or kept hidden. */
  review: {
    rows: [{ from: ticketStates, to: 'same', by: supervising }],
    needs: [],
    isSideline: true,
    isInternal: true,
  },
} as const satisfies Record<string, Transition>;

export type Step = keyof typeof transitions;
const tableOf: Record<Step, Transition> = transitions;
export const stepNames = Object.keys(transitions) as Step[];

/** Lines that the system alone writes, and what moderators decide: they have no route among the steps. */
const marks = ['answerTimeout', 'warning', 'overdue', 'escalation', 'review'] as const;
export type Mark = (typeof marks)[number];
/** Steps that a person takes. */
export type PersonStep = Exclude<Step, Mark>;

export const isMark = (step: Step): step is Mark => marks.some((mark) => mark === step);
export const isSideline = (step: Step): boolean => tableOf[step].isSideline === true;
export const isInternal = (step: Step): boolean => tableOf[step].isInternal === true;

export const statesBefore = (step: Step): readonly TicketState[] => [
  ...new Set(tableOf[step].rows.flatMap(({ from }) => from)),
];

/** Whoever handled it, or helped, never checks it, whatever other grants they hold. */
const isOwnWork = (step: Step, relations: readonly Relation[]) =>
  (step === 'confirm' || step === 'rework') && relations.some((each) => each === 'handler' || each === 'supporter');

export type Decision =
  | { isAllowed: true; to: TicketState; by: Relation }
  | { isAllowed: false; code: 'access.denied' | 'ticket.stepNotAllowed' | (typeof conditions)[Condition]['code'] };

const refused = (code: Extract<Decision, { isAllowed: false }>['code']): Decision => ({ isAllowed: false, code });

/**
 * Whether someone standing in these relations may take the step now, where it leads and as whom. Refused with `access.denied` when no row
 * of the step is theirs, `ticket.stepNotAllowed` when none of theirs begins in this state, else with the code of the condition that fails.
 */
export const decide = (step: Step, facts: Circumstances, relations: readonly Relation[]): Decision => {
  const mine = tableOf[step].rows.flatMap((row) => {
    const by = row.by.find((relation) => relations.includes(relation));
    return by === undefined ? [] : [{ ...row, by }];
  });
  if (mine.length === 0 || isOwnWork(step, relations)) return refused('access.denied');
  const here = mine.filter(({ from }) => from.includes(facts.state));
  const [first] = here;
  if (first === undefined) return refused('ticket.stepNotAllowed');
  const failing = ({ when = [] }: Pick<Row, 'when'>) => when.find((condition) => !conditions[condition].holds(facts));
  const open = here.find((row) => failing(row) === undefined);
  if (open === undefined) {
    const condition = failing(first);
    return refused(condition === undefined ? 'ticket.stepNotAllowed' : conditions[condition].code);
  }
  const to = open.to === 'same' ? facts.state : open.to === 'before' ? facts.before : open.to;
  return to === undefined ? refused('ticket.stepNotAllowed') : { isAllowed: true, to, by: open.by };
};

/** The steps of people open to these relations now, in the order of the table. */
export const openSteps = (facts: Circumstances, relations: readonly Relation[]): PersonStep[] =>
  stepNames.filter((step): step is PersonStep => !isMark(step) && decide(step, facts, relations).isAllowed);
