import type { TopicState } from '@suishoupai/shared/topics/contract';
import { stepsOf } from '@suishoupai/shared/topics/paths';
import { answerByOf, doneAtTakeUp, endOfStepDay, stepAfter } from '@suishoupai/shared/topics/rules';
import type { TopicAction } from '@suishoupai/shared/topics/transitions';
import type { TopicEvent, TopicRecord } from './record.ts';

/** Actions that leave a line in the trace, and what the line is called. */
const lineOf = {
  cross: 'support',
  lapse: 'lapse',
  withdraw: 'withdraw',
  takeUp: 'takeUp',
  refuse: 'refuse',
  answerLate: 'answerLate',
  plan: 'plan',
  announce: 'announce',
  summarise: 'summary',
  step: 'step',
  stepLate: 'stepLate',
  ticket: 'ticket',
  meeting: 'meeting',
  vote: 'vote',
} as const satisfies Partial<Record<TopicAction, TopicEvent['what']>>;
export type TracedAction = keyof typeof lineOf;
export const lineNameOf = (action: TracedAction): TopicEvent['what'] => lineOf[action];

/** What others do beside: the pages of the staff do not become stale by it. */
const sidelines: readonly TracedAction[] = ['answerLate', 'stepLate', 'meeting', 'vote'];

/** What follows from state, plan and dates: until when something is due, and when the sweep has to look. */
const timesOf = ({ state, supportUntil, answerBy, isAnswerLate, step, steps }: TopicRecord) => {
  switch (state) {
    case 'proposed':
      return { dueAt: supportUntil, wakeAt: supportUntil };
    case 'supported':
      return { dueAt: answerBy, wakeAt: isAnswerLate ? undefined : answerBy };
    case 'underway': {
      const plan = steps.find((each) => each.step === step);
      const dueAt = plan === undefined ? undefined : endOfStepDay(plan.dueOn);
      return { dueAt, wakeAt: plan?.isLate === true ? undefined : dueAt };
    }
    default:
      return { dueAt: undefined, wakeAt: undefined };
  }
};

export type Line = Omit<TopicEvent, 'what'>;

/** The topic after an action: state, dates and trace, with whatever else the action changed. Pure. */
export const afterAction = (
  topic: TopicRecord,
  { action, to, line }: { action: TracedAction; to: TopicState; line: Line },
  change: Partial<TopicRecord> = {},
): TopicRecord => {
  const isOver = to !== topic.state && !['supported', 'underway'].includes(to);
  const next: TopicRecord = {
    ...topic,
    ...change,
    state: to,
    version: topic.version + (sidelines.includes(action) ? 0 : 1),
    ...(isOver ? { endedAt: line.at } : {}),
    events: [...topic.events, { ...line, what: lineOf[action] }],
  };
  return { ...next, ...timesOf(next) };
};

type Opening = Pick<
  TopicRecord,
  | 'id'
  | 'communityId'
  | 'streetId'
  | 'kind'
  | 'path'
  | 'title'
  | 'words'
  | 'photoIds'
  | 'proposerId'
  | 'proposedAt'
  | 'fromTicketId'
  | 'threshold'
  | 'answerDays'
  | 'supportUntil'
> & { line: Line };

/** A new proposal: it collects support. */
export const newTopic = ({ line, ...given }: Opening): TopicRecord => {
  const topic: TopicRecord = {
    ...given,
    state: 'proposed',
    rev: 1,
    version: 1,
    supports: 0,
    isBacked: false,
    isAnswerLate: false,
    steps: [],
    announcements: [],
    orders: [],
    safety: 'pending',
    events: [{ ...line, what: 'propose' }],
  };
  return { ...topic, ...timesOf(topic) };
};

/** Enough support it: from now on it must be answered. */
export const crossed = (topic: TopicRecord, supports: number, line: Line): TopicRecord =>
  afterAction(
    topic,
    { action: 'cross', to: 'supported', line },
    { supports, answerBy: answerByOf(topic.kind, line.at, topic.answerDays) },
  );

type TakenUp = Pick<TopicRecord, 'kind' | 'path' | 'steps'>;
export const takenUp = (topic: TopicRecord, { kind, path, steps }: TakenUp, line: Line): TopicRecord => {
  const done = doneAtTakeUp(path);
  const step = stepsOf(path).find((each) => !done.includes(each));
  return afterAction(
    topic,
    { action: 'takeUp', to: 'underway', line },
    {
      kind,
      path,
      step,
      steps: steps.map((plan) => (done.includes(plan.step) ? { ...plan, doneAt: line.at } : plan)),
      takenUpAt: line.at,
    },
  );
};

/** The present step is done, and the next one begins. */
export const stepDone = (topic: TopicRecord, to: TopicState, line: Line): TopicRecord => {
  const { path, step, steps } = topic;
  return afterAction(
    topic,
    { action: 'step', to, line: { ...line, step } },
    {
      step: step === undefined || to === 'done' ? undefined : stepAfter(path, step),
      steps: steps.map((plan) => (plan.step === step ? { ...plan, doneAt: line.at } : plan)),
    },
  );
};

export const answerIsLate = (topic: TopicRecord, line: Line): TopicRecord =>
  afterAction(topic, { action: 'answerLate', to: 'supported', line }, { isAnswerLate: true });

export const stepIsLate = (topic: TopicRecord, line: Line): TopicRecord =>
  afterAction(
    topic,
    { action: 'stepLate', to: 'underway', line: { ...line, step: topic.step } },
    { steps: topic.steps.map((plan) => (plan.step === topic.step ? { ...plan, isLate: true } : plan)) },
  );

/** When the present step began: the step before was done, or the topic taken up. */
export const stepBeganAt = ({ path, step, steps, takenUpAt, proposedAt }: TopicRecord): string => {
  const order = stepsOf(path);
  const before = step === undefined ? undefined : order[order.indexOf(step) - 1];
  return steps.find((plan) => plan.step === before)?.doneAt ?? takenUpAt ?? proposedAt;
};
