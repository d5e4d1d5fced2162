import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicStepLabels } from '@suishoupai/shared/topics/labels';
import { type StepProof, stepProofs } from '@suishoupai/shared/topics/paths';

export type TopicDeed =
  | 'takeUp'
  | 'refuse'
  | 'plan'
  | 'announce'
  | 'summarise'
  | 'step'
  | 'ticket'
  | 'meeting'
  | 'vote';

const staffDeeds: readonly TopicDeed[] = [
  'takeUp',
  'refuse',
  'step',
  'announce',
  'meeting',
  'summarise',
  'vote',
  'ticket',
  'plan',
];

/** What each step is there for: the deed that brings what it must have behind it. */
const bringing: Partial<Record<StepProof, TopicDeed>> = {
  announcement: 'announce',
  discussion: 'meeting',
  ticketsOver: 'ticket',
};

const proofsOf = ({ step }: Pick<Topic, 'step'>): readonly StepProof[] => (step === undefined ? [] : stepProofs[step]);

const deedOfStep = ({ step, path }: Pick<Topic, 'step' | 'path'>): TopicDeed | undefined => {
  if (step === undefined) return undefined;
  // The fast path is decided by the committee's word, which goes with the step itself.
  if (step === 'plan' && path === 'seven') return 'vote';
  return proofsOf({ step })
    .map((proof) => bringing[proof])
    .find((deed) => deed !== undefined);
};

/** What was decided is carried out by tickets; where none was made, words have to say how. */
const lacksTicket = (topic: Pick<Topic, 'step' | 'tickets'>): boolean =>
  proofsOf(topic).includes('ticketsOver') && !topic.tickets.some(({ link }) => link === 'to');

/** A great matter is for the people to decide: minutes that say so are not their vote yet. */
const lacksVote = ({ kind, step, votes }: Pick<Topic, 'kind' | 'step' | 'votes'>): boolean =>
  kind === 'major' && step === 'plan' && votes.every(({ state }) => state === 'cancelled');

type Seen = Pick<Topic, 'may' | 'missing' | 'kind' | 'step' | 'path' | 'tickets' | 'votes'>;

/** What the viewer may do, the one thing that comes next first. */
export const deedsOf = (topic: Seen): TopicDeed[] => {
  const open = staffDeeds.filter((deed) => topic.may.some((each) => each === deed));
  const isBehind = topic.missing.length > 0 || lacksTicket(topic) || lacksVote(topic);
  const wanted = isBehind ? deedOfStep(topic) : undefined;
  const first = wanted !== undefined && open.includes(wanted) ? wanted : open[0];
  return first === undefined ? [] : [first, ...open.filter((deed) => deed !== first)];
};

export const deedLabel = (deed: TopicDeed, { step }: Pick<Topic, 'step'>): string => {
  switch (deed) {
    case 'takeUp':
      return '受理，排步骤';
    case 'refuse':
      return '不予受理';
    case 'step':
      return step === undefined ? '完成这一步' : `完成「${topicStepLabels[step].name}」`;
    case 'announce':
      return '发会前公告';
    case 'meeting':
      return '召集会议';
    case 'summarise':
      return '写协商小结';
    case 'vote':
      return '发起表决';
    case 'ticket':
      return '转成工单';
    case 'plan':
      return '调整安排';
    default:
      return deed satisfies never;
  }
};

/** Whether the step cannot be finished without words, and whether the committee's decision goes with it. */
export const asksOf = (topic: Pick<Topic, 'step' | 'tickets'>): { isWordsNeeded: boolean; hasDecision: boolean } => ({
  isWordsNeeded: proofsOf(topic).includes('words') || lacksTicket(topic),
  hasDecision: topic.step === 'decide',
});
