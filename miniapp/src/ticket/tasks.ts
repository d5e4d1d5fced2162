import type { TaskView, TicketView } from '@suishoupai/shared/tickets/contract';
import type { Tone } from '../ui/chip.tsx';
import type { IconName } from '../ui/icon/names.generated.ts';
import { clockOf } from '../ui/ticket-look.ts';

export type TaskLook = { word: string; tone: Tone; icon: IconName };

type Joint = Pick<TicketView, 'state' | 'tasks'>;
type State = TicketView['state'];

/** Its clocks stand still: what is due may lie in the past and is not late. */
const isHeldUp = (state: State): boolean => state === 'waiting' || state === 'parked' || state === 'merged';

export const taskLook = ({ state, dueAt, isLate }: TaskView, now: string, isPaused: boolean): TaskLook => {
  switch (state) {
    case 'reported':
      return isLate
        ? { word: '逾期后回复', tone: 'late', icon: 'circle-alert' }
        : { word: '已回复', tone: 'brand', icon: 'circle-check' };
    case 'excused':
      return { word: '已免除', tone: 'calm', icon: 'circle-x' };
    case 'open': {
      if (isPaused) return { word: '等回复，时限暂停', tone: 'calm', icon: 'clock' };
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

/** Each supporting department's task, as it stands with the ticket. */
export const taskLooks = ({ state, tasks }: Joint, now: string): { task: TaskView; look: TaskLook }[] =>
  tasks.map((task) => ({ task, look: taskLook(task, now, isHeldUp(state)) }));

/** What comes after all have reported. */
const afterReplies = (state: State, lead: string): string => {
  switch (state) {
    case 'resolved':
      return `，${lead} 已处理，等核查`;
    case 'closed':
    case 'rated':
      return '，这件事已办结';
    case 'rework':
      return `，等 ${lead} 重新办好`;
    case 'declined':
    case 'withdrawn':
    case 'merged':
      return '';
    default:
      return `，等 ${lead} 办结`;
  }
};

const beforeReplies = (state: State, lead: string): string => {
  switch (state) {
    case 'parked':
      return '先挂账，协办的时限暂停计算。';
    case 'waiting':
      return '等上报人补充，协办的时限暂停计算。';
    case 'merged':
      return '已并入另一件，协办的时限暂停计算。';
    case 'declined':
    case 'withdrawn':
      return '这件事已结束，不用再回复。';
    default:
      return `协办都回复了，${lead} 才能办结。`;
  }
};

/** How many of those that still count have reported, who is late, by name, and what the ticket waits for now. */
export const tasksTold = (
  ticket: Joint,
  lead: string,
  now: string,
): { share: string; sentence: string; isLate: boolean } => {
  const { state, tasks } = ticket;
  const counted = tasks.filter((task) => task.state !== 'excused');
  const reported = counted.filter((task) => task.state === 'reported');
  const late = taskLooks(ticket, now)
    .filter(({ task, look }) => task.state === 'open' && look.tone === 'late')
    .map(({ task }) => task.department.name);
  const share = counted.length === 0 ? '协办都已免除' : `${reported.length}/${counted.length} 个部门已回复`;
  const say = (sentence: string) => ({ share, sentence, isLate: late.length > 0 });
  if (late.length > 0) return say(`${late.join('、')} 逾期未回复，已催办。`);
  if (reported.length < counted.length) return say(beforeReplies(state, lead));
  const opening = counted.length === 0 ? '协办都免除了' : '协办都回复了';
  return say(`${opening}${afterReplies(state, lead)}。`);
};
