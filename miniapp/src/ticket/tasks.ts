import type { TaskView } from '@suishoupai/shared/tickets/contract';
import type { Tone } from '../ui/chip.tsx';
import type { IconName } from '../ui/icon/names.generated.ts';
import { clockOf } from '../ui/ticket-look.ts';

export type TaskLook = { word: string; tone: Tone; icon: IconName };

export const taskLook = ({ state, dueAt, isLate }: TaskView, now: string): TaskLook => {
  switch (state) {
    case 'reported':
      return isLate
        ? { word: '逾期后回复', tone: 'late', icon: 'circle-alert' }
        : { word: '已回复', tone: 'brand', icon: 'circle-check' };
    case 'excused':
      return { word: '已免除', tone: 'calm', icon: 'circle-x' };
    case 'open': {
      const clock = clockOf(dueAt, now);
      if (isLate || clock?.isLate)
        return { word: clock?.isLate ? `${clock.text}未回复` : '逾期未回复', tone: 'late', icon: 'clock-alert' };
      return {
        word: clock === undefined ? '等回复' : `等回复 ${clock.text}`,
        tone: clock?.tone ?? 'calm',
        icon: 'clock',
      };
    }
    default:
      return state satisfies never;
  }
};

export const lateTasks = (tasks: readonly TaskView[], now: string): TaskView[] =>
  tasks.filter((task) => task.state === 'open' && taskLook(task, now).tone === 'late');

/** How many of those that still count have reported, and who is late, by name. */
export const tasksTold = (
  tasks: readonly TaskView[],
  lead: string,
  now: string,
): { share: string; sentence: string } => {
  const counted = tasks.filter(({ state }) => state !== 'excused');
  const reported = counted.filter(({ state }) => state === 'reported');
  const late = lateTasks(tasks, now).map(({ department }) => department.name);
  const share = `${reported.length}/${counted.length} 个部门已回复`;
  if (late.length > 0) return { share, sentence: `${late.join('、')} 逾期未回复，已催办。` };
  if (reported.length === counted.length) return { share, sentence: `协办都回复了，等 ${lead} 办结。` };
  return { share, sentence: `协办都回复了，${lead} 才能办结。` };
};
