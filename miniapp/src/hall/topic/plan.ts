import { exactTime } from '@suishoupai/shared/time/china';
import type { StepPlan, Topic } from '@suishoupai/shared/topics/contract';

/** 「12月3日」 of a day. */
export const dayWords = (day: string): string => {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
};

export type PlannedStep = Omit<StepPlan, 'isLate' | 'doneAt'> & {
  standing: 'done' | 'now' | 'coming';
  doneOn: string;
  isLate: boolean;
};

/** The plan with where each step stands. */
export const planMoments = ({ steps, step: current, state }: Pick<Topic, 'steps' | 'step' | 'state'>): PlannedStep[] =>
  steps.map(({ doneAt, isLate = false, ...plan }) => ({
    ...plan,
    isLate,
    standing: doneAt !== undefined ? 'done' : plan.step === current && state === 'underway' ? 'now' : 'coming',
    doneOn: doneAt === undefined ? '' : (exactTime(doneAt).split(' ')[0] ?? ''),
  }));
