import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { FootSteps } from '../../ticket/forms.ts';

/** What is most likely meant when these are open: forwards, and what stands against it. The first pair with something open counts. */
const pairs: readonly { on: PersonStep; back?: PersonStep; holds?: (ticket: TicketView) => boolean }[] = [
  { on: 'grantExtension', back: 'refuseExtension' },
  { on: 'file', back: 'decline' },
  { on: 'accept', back: 'return' },
  { on: 'reply' },
  { on: 'resolve', back: 'progress' },
  { on: 'confirm', back: 'rework' },
  { on: 'joint', back: 'dispatch', holds: ({ state }) => state === 'disputed' },
  // Elsewhere a coordinator's dispatch takes the ticket out of working hands: that is never the likely thing.
  { on: 'dispatch', back: 'joint', holds: ({ state }) => state === 'filed' || state === 'returned' },
  { on: 'answer', back: 'callBack' },
  { on: 'progress' },
  { on: 'unpark' },
  { on: 'rate', back: 'reopen' },
  { on: 'callBack' },
];

/** The one filled button and the outline beside it. */
export const footOf = (ticket: TicketView, can: readonly PersonStep[]): FootSteps => {
  const pair = pairs.find(({ on, holds }) => can.includes(on) && (holds === undefined || holds(ticket)));
  if (pair === undefined) return {};
  const { on, back } = pair;
  return { on, back: back !== undefined && can.includes(back) ? back : undefined };
};

const groups: readonly { title: string; steps: readonly PersonStep[] }[] = [
  {
    title: '办理',
    steps: [
      'file',
      'accept',
      'resolve',
      'reply',
      'progress',
      'confirm',
      'rework',
      'unpark',
      'answer',
      'rate',
      'reopen',
    ],
  },
  {
    title: '协调',
    steps: [
      'grantExtension',
      'refuseExtension',
      'askExtension',
      'ask',
      'dispatch',
      'joint',
      'excuse',
      'return',
      'handOver',
      'park',
      'merge',
      'unmerge',
      'decline',
    ],
  },
  { title: '记录', steps: ['callBack', 'remark'] },
];

export type ActionGroup = { title: string; steps: PersonStep[] };

/** Everything that is not in the foot, in the order of use; no group is empty. */
export const groupsOf = (can: readonly PersonStep[], { on, back }: FootSteps): ActionGroup[] =>
  groups
    .map(({ title, steps }) => ({
      title,
      steps: steps.filter((step) => can.includes(step) && step !== on && step !== back),
    }))
    .filter(({ steps }) => steps.length > 0);

/** What a step is for, in the sheet of everything else. */
export const stepNote: Partial<Record<PersonStep, string>> = {
  dispatch: '指定一个部门来办',
  joint: '一个牵头、几个协办，各有时限',
  ask: '时限暂停，等居民答复',
  askExtension: '最多 10 个工作日',
  handOver: '给同一张台的同事（A/B 角）',
  park: '现在办不了，公开理由，约好哪天再看',
  merge: '和另一件是同一回事',
  excuse: '协办部门可以不办了',
  progress: '大家都看得到',
  remark: '只有工作人员看得到',
  callBack: '给没有小程序的居民打过电话',
  return: '不归我部门，写明该归哪一类',
};
