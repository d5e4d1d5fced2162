import { chinaDay } from '@suishoupai/shared/time/china';
import { dayMs } from '@suishoupai/shared/time/units';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { pathOfKind, stepsOf, type TopicKind, type TopicPath, type TopicStep } from '@suishoupai/shared/topics/paths';

export type PlannedStep = { step: TopicStep; who: string; duty: string; dueOn: string; effect: string };

type Usual = Pick<PlannedStep, 'who' | 'duty' | 'effect'> & { days: number };

/** What is usual, so that a plan stands when it opens: who, what for, how many days later, with what effect. */
const usual: Record<TopicStep, Usual> = {
  list: { who: '社区党委', duty: '把议题和背景列清楚，告诉居民', days: 2, effect: '大家知道要议什么' },
  settle: { who: '社区党委', duty: '定下这次议什么、不议什么', days: 3, effect: '主题明确，不跑题' },
  announce: { who: '居委会', duty: '发布会前公告，通知到每一栋', days: 2, effect: '想参加的人都知道时间和事项' },
  discuss: { who: '居委会', duty: '召集协商，听取各方意见', days: 10, effect: '不同意见都说到了' },
  plan: { who: '居委会', duty: '形成方案，该表决的交表决', days: 20, effect: '有生效的决定' },
  carryOut: { who: '居委会', duty: '转成工单，盯着办完', days: 30, effect: '决定落到实处' },
  evaluate: { who: '居务监督委员会', duty: '回访居民，请大家打分', days: 14, effect: '居民评价好不好' },
  propose: { who: '居民', duty: '提出想办的事', days: 0, effect: '事情提出来了' },
  decide: { who: '居委会', duty: '按协商的意见作出决定', days: 1, effect: '有明确的决定' },
  publish: { who: '居委会', duty: '公示决定并办理', days: 3, effect: '居民看得到结果' },
};

/** On the fast path everything is nearer: 居民提议 to 公示执行 within seven days. */
const fastDays: Partial<Record<TopicStep, number>> = { discuss: 2, decide: 1, publish: 4 };

export const dayAfter = (nowIso: string, days: number): string =>
  chinaDay(new Date(Date.parse(nowIso) + days * dayMs).toISOString());

/** A plan with the usual names, days and effects, each step after the one before. */
export const usualPlan = (path: TopicPath, nowIso: string): PlannedStep[] => {
  let days = 0;
  return stepsOf(path).map((step) => {
    const { days: later, ...words } = usual[step];
    days += path === 'fast' ? (fastDays[step] ?? 0) : later;
    return { step, ...words, dueOn: dayAfter(nowIso, days) };
  });
};

/** Which paths staff may put a topic of this kind on. */
export const pathsOf = (kind: TopicKind): readonly TopicPath[] =>
  pathOfKind[kind] === 'fast' ? ['fast', 'seven'] : ['seven'];

/** Changed in one step; a later step that would be due before it moves along. */
export const withStep = (
  plan: readonly PlannedStep[],
  step: TopicStep,
  change: Partial<Omit<PlannedStep, 'step'>>,
): PlannedStep[] => {
  let earliest = '';
  return plan.map((each) => {
    const next = each.step === step ? { ...each, ...change } : each;
    const dueOn = next.dueOn < earliest ? earliest : next.dueOn;
    earliest = dueOn;
    return { ...next, dueOn };
  });
};

/** What can still be planned: all of it before it is taken up, what is not done after. */
export const openSteps = ({ steps }: Pick<Topic, 'steps'>): PlannedStep[] =>
  steps
    .filter(({ doneAt }) => doneAt === undefined)
    .map(({ step, who, duty, dueOn, effect }) => ({ step, who, duty, dueOn, effect }));

export const planProblem = (plan: readonly PlannedStep[]): string | undefined => {
  const blank = plan.find(({ who, duty, effect }) => [who, duty, effect].some((words) => words.trim() === ''));
  return blank === undefined ? undefined : '每一步都要写明谁、做什么、什么效果';
};

export const written = (plan: readonly PlannedStep[]): PlannedStep[] =>
  plan.map(({ who, duty, effect, ...rest }) => ({
    ...rest,
    who: who.trim(),
    duty: duty.trim(),
    effect: effect.trim(),
  }));
