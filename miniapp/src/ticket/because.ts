import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { transitions } from '@suishoupai/shared/tickets/transitions';
import { limitWords } from './limit-words.ts';

type Event = TicketView['events'][number];

/** Why it stands where it stands, in the words of whoever decided it. */
export type Because = { head: string; words: string | undefined; more: string | undefined };

/** The line that brought it here, of those that give a reason. */
const deciding: Partial<Record<TicketView['state'], readonly Event['step'][]>> = {
  returned: ['return'],
  disputed: ['return'],
  waiting: ['ask'],
  rework: ['rework', 'reopen', 'rate'],
  parked: ['park'],
  declined: ['decline'],
};

const headOf = ({ step, actor, stars }: Event): string => {
  switch (step) {
    case 'return':
      return `${actor} 退回的理由`;
    case 'ask':
      return `${actor} 想知道`;
    case 'rework':
      return `${actor} 要求返工`;
    case 'reopen':
      return `${actor} 说没有修好，重新打开，还由原部门办`;
    case 'rate':
      return `${actor} 只给了 ${stars ?? ''} 星，要求再整改一次`;
    case 'park':
      return '为什么挂账';
    default:
      return '为什么不立案';
  }
};

/** What the event says, or why it cannot be read: until the words are checked, and when they were hidden, few see them. */
const wordsOf = ({ step, note }: Event, isHeld: boolean): string | undefined => {
  if (note !== undefined || step === 'report') return note;
  const needs: readonly string[] = transitions[step].needs;
  if (!needs.includes('note')) return undefined;
  return isHeld ? '理由正在核对，核对后公开' : '这段话没有公开';
};

const belongs = ({ belongsTo }: Event, ownerOf: (code: string) => string | undefined): string | undefined => {
  if (belongsTo === undefined) return undefined;
  const owner = ownerOf(belongsTo.categoryCode);
  return `认为属于「${belongsTo.name}」${owner === undefined ? '，清单上没有对应部门' : `，清单上由 ${owner} 负责`}`;
};

export const becauseOf = (
  { state, events, extension, isHeld }: TicketView,
  ownerOf: (code: string) => string | undefined,
): Because | undefined => {
  const steps = deciding[state] ?? [];
  const event = [...events].reverse().find(({ step }) => steps.includes(step));
  if (event !== undefined) return { head: headOf(event), words: wordsOf(event, isHeld), more: belongs(event, ownerOf) };
  if (extension === undefined) return undefined;
  return { head: `申请延长 ${limitWords(extension.limit)}，等社区批复`, words: extension.note, more: undefined };
};
