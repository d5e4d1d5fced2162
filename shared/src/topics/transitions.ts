import type { ErrorCode } from '../contract/errors.ts';
import type { TopicState } from './contract.ts';

/** How somebody stands to a topic. One person may stand in several ways; a `resident` has an approved household in the community. */
export const topicRelations = ['system', 'person', 'resident', 'proposer', 'communityStaff', 'coordinator'] as const;
export type TopicRelation = (typeof topicRelations)[number];

/** What the table looks at besides who asks. Pure: made from the topic, the viewer and the hour. */
export type TopicFacts = {
  state: TopicState;
  /** Its words have passed the safety check, or a person let them. */
  isShown: boolean;
  isResident: boolean;
  hasSupported: boolean;
  /** Somebody besides the proposer supports it. */
  isBacked: boolean;
  hasEnough: boolean;
  /** The days in which it collects support have passed. */
  isSupportOver: boolean;
  /** The answer, or the present step, is due and was not yet marked as late. */
  isOverdue: boolean;
  /** The present step is the last of its path. */
  isLastStep: boolean;
  /** Something that the present step must have behind it is missing. */
  isProofMissing: boolean;
  isAnnounced: boolean;
  /** The path has come to where a decision is carried out. */
  isDecided: boolean;
  isRateable: boolean;
  hasRoom: { plan: boolean; announce: boolean; summarise: boolean; ticket: boolean };
};

type Rule = { holds: (facts: TopicFacts) => boolean; code: ErrorCode };
const not = 'topic.stepNotAllowed';

export const topicConditions = {
  shown: { holds: ({ isShown }) => isShown, code: not },
  verified: { holds: ({ isResident }) => isResident, code: 'household.needed' },
  firstTime: { holds: ({ hasSupported }) => !hasSupported, code: not },
  inTime: { holds: ({ isSupportOver }) => !isSupportOver, code: not },
  outOfTime: { holds: ({ isSupportOver }) => isSupportOver, code: not },
  enough: { holds: ({ hasEnough }) => hasEnough, code: not },
  tooFew: { holds: ({ hasEnough }) => !hasEnough, code: not },
  alone: { holds: ({ isBacked }) => !isBacked, code: not },
  overdue: { holds: ({ isOverdue }) => isOverdue, code: not },
  lastStep: { holds: ({ isLastStep }) => isLastStep, code: not },
  stepsLeft: { holds: ({ isLastStep }) => !isLastStep, code: not },
  proven: { holds: ({ isProofMissing }) => !isProofMissing, code: 'topic.proofMissing' },
  announced: { holds: ({ isAnnounced }) => isAnnounced, code: not },
  decided: { holds: ({ isDecided }) => isDecided, code: not },
  rateable: { holds: ({ isRateable }) => isRateable, code: not },
  roomForPlan: { holds: ({ hasRoom }) => hasRoom.plan, code: not },
  roomForNotice: { holds: ({ hasRoom }) => hasRoom.announce, code: not },
  roomForSummary: { holds: ({ hasRoom }) => hasRoom.summarise, code: not },
  roomForTicket: { holds: ({ hasRoom }) => hasRoom.ticket, code: not },
} as const satisfies Record<string, Rule>;
export type TopicCondition = keyof typeof topicConditions;

type Row = {
  from: readonly TopicState[];
  /** `same`: the state stays. */
  to: TopicState | 'same';
  by: readonly TopicRelation[];
  /** What else must hold; the first that does not names the code of the refusal. */
  when?: readonly TopicCondition[];
};

const staff = ['communityStaff', 'coordinator'] as const;
const running = ['proposed', 'supported', 'underway'] as const;

/** The one table of a topic 提议 → 附议 → 受理 → 协商议事 → 办结: guards, buttons and what the trace may hold follow from it. */
export const topicTransitions = {
  support: [{ from: ['proposed'], to: 'same', by: ['person'], when: ['shown', 'inTime', 'verified', 'firstTime'] }],
  /** The threshold is reached: from now on it must be answered. */
  cross: [{ from: ['proposed'], to: 'supported', by: ['system'], when: ['enough'] }],
  lapse: [{ from: ['proposed'], to: 'lapsed', by: ['system'], when: ['outOfTime', 'tooFew'] }],
  withdraw: [{ from: ['proposed'], to: 'withdrawn', by: ['proposer'], when: ['alone'] }],
  takeUp: [{ from: ['proposed', 'supported'], to: 'underway', by: staff, when: ['shown'] }],
  /** Before the threshold nobody is refused: a proposal may look for support. */
  refuse: [{ from: ['supported'], to: 'refused', by: staff }],
  answerLate: [{ from: ['supported'], to: 'same', by: ['system'], when: ['overdue'] }],
  plan: [{ from: ['underway'], to: 'same', by: staff, when: ['roomForPlan'] }],
  announce: [{ from: ['underway'], to: 'same', by: staff, when: ['roomForNotice'] }],
  summarise: [{ from: ['underway'], to: 'same', by: staff, when: ['roomForSummary'] }],
  step: [
    { from: ['underway'], to: 'same', by: staff, when: ['stepsLeft', 'proven'] },
    { from: ['underway'], to: 'done', by: staff, when: ['lastStep', 'proven'] },
  ],
  stepLate: [{ from: ['underway'], to: 'same', by: ['system'], when: ['overdue'] }],
  ticket: [{ from: ['underway'], to: 'same', by: staff, when: ['decided', 'roomForTicket'] }],
  meeting: [{ from: ['underway'], to: 'same', by: ['system', ...staff] }],
  vote: [{ from: ['underway'], to: 'same', by: ['system', ...staff], when: ['announced'] }],
  rate: [{ from: ['underway', 'done'], to: 'same', by: ['person'], when: ['rateable'] }],
  comment: [{ from: running, to: 'same', by: ['person'], when: ['shown'] }],
} as const satisfies Record<string, readonly Row[]>;

export type TopicAction = keyof typeof topicTransitions;
const tableOf: Record<TopicAction, readonly Row[]> = topicTransitions;
export const topicActions = Object.keys(topicTransitions) as TopicAction[];

export type TopicDecision =
  | { isAllowed: true; to: TopicState; by: TopicRelation }
  | { isAllowed: false; code: ErrorCode };

/**
 * Whether someone standing in these relations may do this to the topic now, where it leads and as whom. Refused with `access.denied` when
 * no row is theirs, `topic.stepNotAllowed` when none of theirs begins in this state, else with the code of the condition that fails.
 */
export const decideTopic = (
  action: TopicAction,
  facts: TopicFacts,
  relations: readonly TopicRelation[],
): TopicDecision => {
  const mine = tableOf[action].flatMap((row) => {
    const by = row.by.find((relation) => relations.includes(relation));
    return by === undefined ? [] : [{ ...row, by }];
  });
  if (mine.length === 0) return { isAllowed: false, code: 'access.denied' };
  const here = mine.filter(({ from }) => from.includes(facts.state));
  const failing = ({ when = [] }: Pick<Row, 'when'>) => when.filter((each) => !topicConditions[each].holds(facts));
  const open = here.find((row) => failing(row).length === 0);
  if (open !== undefined) return { isAllowed: true, to: open.to === 'same' ? facts.state : open.to, by: open.by };
  // Of several rows the one that comes nearest says what is missing.
  const [nearest] = here.toSorted((a, b) => failing(a).length - failing(b).length);
  const condition = nearest === undefined ? undefined : failing(nearest)[0];
  return { isAllowed: false, code: condition === undefined ? not : topicConditions[condition].code };
};

/** States from which something may happen to a topic. */
export const topicStatesBefore = (action: TopicAction): readonly TopicState[] => [
  ...new Set(tableOf[action].flatMap(({ from }) => from)),
];

/** What opens to these relations now, in the order of the table; what the system alone does is not among it. */
export const openTopicActions = (facts: TopicFacts, relations: readonly TopicRelation[]): TopicAction[] =>
  topicActions.filter((action) => decideTopic(action, facts, relations).isAllowed);
