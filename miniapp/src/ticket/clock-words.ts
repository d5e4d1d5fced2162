import type { ClockView } from '@suishoupai/shared/tickets/contract';
import { clockLabel } from '@suishoupai/shared/tickets/labels';
import { shortTime, timeLeft } from '@suishoupai/shared/time/china';
import type { Tone } from '../ui/chip.tsx';
import type { IconName } from '../ui/icon/names.generated.ts';
import { clockOf } from '../ui/ticket-look.ts';
import { limitWords } from './limit-words.ts';

/** 「办结」「停工」「城管中队协办」 */
export const clockTitle = ({ name, of }: Pick<ClockView, 'name' | 'of'>): string => {
  if (of === undefined) return clockLabel(name);
  return name.startsWith('task:') ? `${of}协办` : of;
};

/** Status is a colour, a word and a shape; red is what is or was overdue. */
export type ClockLook = { title: string; word: string; tone: Tone; icon: IconName; note: string };

const standingLook = (clock: ClockView, now: string): Pick<ClockLook, 'word' | 'tone' | 'icon'> => {
  const { standing, dueAt, stoppedAt } = clock;
  switch (standing) {
    case 'met':
      return { word: dueAt === undefined ? '已完成' : '按时完成', tone: 'brand', icon: 'circle-check' };
    case 'missed': {
      const late = dueAt === undefined || stoppedAt === undefined ? undefined : timeLeft(dueAt, stoppedAt).text;
      return { word: late?.replace('逾期', '晚了') ?? '超时完成', tone: 'late', icon: 'circle-alert' };
    }
    case 'paused':
      return { word: '暂停计时', tone: 'calm', icon: 'hourglass' };
    case 'late':
    case 'running': {
      const left = clockOf(dueAt, now);
      return left === undefined
        ? { word: '正在计时', tone: 'calm', icon: 'clock' }
        : { word: left.text, tone: left.tone, icon: left.icon };
    }
    default:
      return standing satisfies never;
  }
};

const noteOf = ({ standing, limit, dueAt, stoppedAt }: ClockView, now: string): string => {
  const allowed = limit === undefined ? undefined : `限 ${limitWords(limit)}`;
  const due = dueAt === undefined ? undefined : shortTime(dueAt, now);
  switch (standing) {
    case 'met':
    case 'missed':
      return join([stoppedAt === undefined ? undefined : `${shortTime(stoppedAt, now)} 完成`, allowed]);
    case 'paused':
      return join([allowed, '恢复后接着算']);
    case 'late':
      return join([due === undefined ? undefined : `应在 ${due} 前`, allowed]);
    case 'running':
      return join([due === undefined ? undefined : `${due} 前`, allowed]);
    default:
      return standing satisfies never;
  }
};
const join = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join(' · ');

export const clockLook = (clock: ClockView, now: string): ClockLook => ({
  title: clockTitle(clock),
  ...standingLook(clock, now),
  note: noteOf(clock, now),
});

const isStage = ({ name }: ClockView) => name.startsWith('stage');
const isTask = ({ name }: ClockView) => name.startsWith('task:');

/** What the community owes itself on the way: of no interest once it was kept. */
const passing: readonly ClockView['name'][] = ['file', 'dispatch', 'settle', 'answer', 'review'];
const isPassed = ({ name, standing }: ClockView) => standing === 'met' && passing.includes(name);

/** Stages stand on a line of their own, tasks on the card of the departments. */
export const plainClocks = (clocks: readonly ClockView[]): ClockView[] =>
  clocks.filter((clock) => !isStage(clock) && !isTask(clock) && !isPassed(clock));

export type StageLook = { name: string; isReached: boolean; look: ClockLook | undefined; when: string | undefined };

const whenOf = ({ dueAt, stoppedAt }: ClockView, now: string): string | undefined => {
  if (stoppedAt !== undefined) return shortTime(stoppedAt, now);
  return dueAt === undefined ? undefined : `${shortTime(dueAt, now)} 前`;
};

/** What the list wants reached on the way, in its order, each with its clock when it has one. */
export const stageLooks = (
  stages: readonly { name: string; isReached: boolean }[],
  clocks: readonly ClockView[],
  now: string,
): StageLook[] =>
  stages.map(({ name, isReached }, index) => {
    const clock = clocks.find((each) => each.name === `stage${index}`);
    return { name, isReached, look: clock && clockLook(clock, now), when: clock && whenOf(clock, now) };
  });
