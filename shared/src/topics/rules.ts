import { closeOfDay, dueAfter } from '../time/calendar.ts';
import { endOfChinaDay } from '../time/china.ts';
import { dayMs } from '../time/units.ts';
import type { StepPlan } from './contract.ts';
import {
  pathOfKind,
  type StepProof,
  stepProofs,
  stepsOf,
  type TopicKind,
  type TopicPath,
  type TopicStep,
  topicDays,
} from './paths.ts';

/** Natural days after an instant, to the millisecond. */
export const daysAfter = (iso: string, days: number): string => new Date(Date.parse(iso) + days * dayMs).toISOString();

/**
 * Until when a proposal that has its support must be answered: so many working days, an urgent one within two. Undefined when the
 * calendar of a year in between is not published: then it has no due time.
 */
export const answerByOf = (kind: TopicKind, supportedAt: string, answerDays: number): string | undefined =>
  dueAfter(supportedAt, {
    unit: 'workDay',
    amount: kind === 'urgent' ? Math.min(answerDays, topicDays.urgentAnswer) : answerDays,
  });

/** A step that is due on a day has until the day is over in China. */
export const endOfStepDay = (dueOn: string): string => endOfChinaDay(closeOfDay(dueOn));

/** Whether staff may put a topic of this kind on this path: a fast one on the long path, never a long one on the fast path. */
export const mayTakePath = (kind: TopicKind, path: TopicPath): boolean =>
  path === 'seven' || pathOfKind[kind] === 'fast';

/** The step after this one; undefined after the last. */
export const stepAfter = (path: TopicPath, step: TopicStep): TopicStep | undefined => {
  const steps = stepsOf(path);
  return steps[steps.indexOf(step) + 1];
};

/** What is done by taking a topic up: the residents' own proposal, on the fast path. */
export const doneAtTakeUp = (path: TopicPath): readonly TopicStep[] => (path === 'fast' ? ['propose'] : []);

/** Steps in which what was decided is made into tickets. */
const carryingOut: readonly TopicStep[] = ['plan', 'carryOut', 'evaluate', 'publish'];
export const isDecidedBy = (step: TopicStep | undefined): boolean => step !== undefined && carryingOut.includes(step);

type Planned = Pick<StepPlan, 'step' | 'dueOn'>;
export type PlanProblem = { index: number; message: string };

/** What is wrong with a plan: every step of the path once and in its order, none due before today or before an earlier one. */
export const planProblem = (path: TopicPath, plan: readonly Planned[], today: string): PlanProblem | undefined => {
  const steps = stepsOf(path);
  const wrong = Math.max(plan.length, steps.length);
  for (let index = 0; index < wrong; index += 1) {
    if (plan[index]?.step !== steps[index]) return { index, message: '步骤要齐全，并按顺序排列' };
  }
  for (const [index, { dueOn }] of plan.entries()) {
    if (dueOn < today) return { index, message: '日期不能早于今天' };
    const before = plan[index - 1];
    if (before !== undefined && dueOn < before.dueOn) return { index, message: '日期不能早于上一步' };
  }
  return undefined;
};

/** What stands behind the present step, as far as it is known. */
export type Evidence = {
  path: TopicPath;
  step: TopicStep;
  now: string;
  /** When the step before was done, or the topic taken up. */
  stepBeganAt: string;
  hasWords: boolean;
  /** The committee's decision is being given with the step. */
  hasDecisionWords: boolean;
  announcements: number;
  summaryAt?: string | undefined;
  hasSignedMinutes: boolean;
  hasResolution: boolean;
  hasVoteInForce: boolean;
  tickets: number;
  openTickets: number;
  ratings: number;
};

type Proof = { isThere: (evidence: Evidence) => boolean; isMissing: string };

const proofs: Record<StepProof, Proof> = {
  words: { isThere: ({ hasWords }) => hasWords, isMissing: '写一段话，说明这一步做了什么、定了什么' },
  announcement: { isThere: ({ announcements }) => announcements > 0, isMissing: '还没有发布会前公告' },
  discussion: {
    isThere: ({ hasSignedMinutes, summaryAt, stepBeganAt }) =>
      hasSignedMinutes || (summaryAt !== undefined && summaryAt >= stepBeganAt),
    isMissing: '还没有双签的会议纪要，也没有在这一步置顶网上协商的小结',
  },
  decision: {
    isThere: ({ path, hasVoteInForce, hasResolution, hasDecisionWords }) =>
      hasVoteInForce || hasResolution || (path === 'fast' && hasDecisionWords),
    isMissing: '还没有生效的表决，也没有写明决议的双签纪要',
  },
  publication: {
    isThere: ({ now, stepBeganAt }) => now >= daysAfter(stepBeganAt, topicDays.publication),
    isMissing: `公示还没有满 ${topicDays.publication} 天`,
  },
  ticketsOver: {
    isThere: ({ tickets, openTickets, hasWords }) => openTickets === 0 && (tickets > 0 || hasWords),
    isMissing: '还没有工单；不需要工单的，请写明是怎样落实的',
  },
  rated: {
    isThere: ({ ratings, now, stepBeganAt }) => ratings > 0 || now >= daysAfter(stepBeganAt, topicDays.rating),
    isMissing: `还没有居民评价；${topicDays.rating} 天没有人评价的，也可以结束`,
  },
};

const inWords = (name: StepProof, { path, openTickets }: Evidence): string => {
  if (name === 'ticketsOver' && openTickets > 0) return `还有 ${openTickets} 件工单没有办结`;
  if (name === 'decision' && path === 'fast') return '写明居委会的决定；有生效的表决或双签纪要的，不用再写';
  return proofs[name].isMissing;
};

const fieldOf = (name: StepProof, { path, openTickets }: Evidence): string => {
  if (name === 'words' || (name === 'ticketsOver' && openTickets === 0)) return 'body.words';
  return name === 'decision' && path === 'fast' ? 'body.decision' : 'params.step';
};

/** What the present step still lacks, in plain words, and the field that could bring it; empty when the step can be done. */
export const missingFor = (evidence: Evidence): { field: string; rule: StepProof; message: string }[] =>
  stepProofs[evidence.step]
    .filter((name) => !proofs[name].isThere(evidence))
    .map((name) => ({ field: fieldOf(name, evidence), rule: name, message: inWords(name, evidence) }));

/** The average in tenths of a star, 0 while nobody rated. */
export const averageStars = (counts: Readonly<Record<string, number>>): { count: number; stars: number } => {
  const given = Object.entries(counts);
  const count = given.reduce((sum, [, times]) => sum + times, 0);
  const total = given.reduce((sum, [stars, times]) => sum + Number(stars) * times, 0);
  return { count, stars: count === 0 ? 0 : Math.round((total * 10) / count) / 10 };
};
