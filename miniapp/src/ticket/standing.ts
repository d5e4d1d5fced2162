import type { ClockView, TicketView } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { dayMs, hourMs, minuteMs } from '@suishoupai/shared/time/units';
import { clockOf, holderOf } from '../ui/ticket-look.ts';
import { isMove } from './event-words.ts';
import { dayWords } from './limit-words.ts';

/** 「2 天 3 小时」「5 小时」「12 分钟」 in natural time, rounded down. */
export const spanOf = (fromIso: string, toIso: string): string => {
  const ms = Math.max(0, Date.parse(toIso) - Date.parse(fromIso));
  const hours = Math.floor(ms / hourMs);
  if (hours === 0) return `${Math.max(1, Math.floor(ms / minuteMs))} 分钟`;
  const days = Math.floor(ms / dayMs);
  const rest = hours - days * 24;
  if (days === 0) return `${hours} 小时`;
  return rest === 0 ? `${days} 天` : `${days} 天 ${rest} 小时`;
};

/** A name that ends in a number keeps its distance from the word that follows. */
const inSentence = (name: string): string => (/\d$/.test(name) ? `${name} ` : name);

type Events = TicketView['events'];
const last = (events: Events, isWanted: (event: Events[number]) => boolean) => [...events].reverse().find(isWanted);
const lastMove = (events: Events) => last(events, isMove);

const sentenceOf = (ticket: TicketView): string => {
  const holder = inSentence(holderOf(ticket) ?? '处理部门');
  const { state, relation, can, tasks, events } = ticket;
  switch (state) {
    case 'reported':
      return `等${holder}核实立案`;
    case 'filed':
      return `等${holder}派遣`;
    case 'dispatched':
      return `等${holder}接单`;
    case 'accepted':
      return tasks.length === 0 ? `${holder}正在处理` : `${holder}牵头，${tasks.length + 1} 个部门一起办`;
    case 'returned':
      return `被退回，等${holder}重新派遣`;
    case 'disputed':
      return `两次被退回，等${holder}定由谁办`;
    case 'waiting':
      return relation === 'reporter' ? '请您补充一下' : '等上报人补充';
    case 'resolved':
      return relation === 'reporter' ? '请您看看，修好了吗？' : `等${holder}核查`;
    case 'rework':
      return lastMove(events)?.step === 'rate' ? `${holder}正在二次整改` : `${holder}正在返工`;
    case 'closed':
      return can.includes('rate') ? '已办结，请您评价' : '已办结';
    case 'rated':
      return can.includes('rate') ? '已办结，也请您评价' : '已办结，居民已评价';
    case 'parked':
      return '暂时办不了，先挂账';
    case 'declined':
      return '没有立案';
    case 'withdrawn':
      return '上报人已撤回';
    case 'merged':
      return '已并入另一件，一起办';
    default:
      return state satisfies never;
  }
};

const noteOf = (ticket: TicketView, now: string): string => {
  const { state, dueAt, reportedAt, events, relation } = ticket;
  const ended = shortTime(lastMove(events)?.at ?? reportedAt, now);
  switch (state) {
    case 'declined':
    case 'withdrawn':
    case 'merged':
      return ended;
    case 'closed':
    case 'rated': {
      const closedAt = last(events, ({ step }) => step === 'confirm')?.at;
      return closedAt === undefined ? ended : `从上报到办结用了 ${spanOf(reportedAt, closedAt)}`;
    }
    case 'parked': {
      const day = last(events, ({ step }) => step === 'park')?.day;
      return day === undefined ? '时限暂停计算' : `${dayWords(day, now)} 再看能不能办 · 时限暂停计算`;
    }
    default: {
      const clock = clockOf(dueAt, now);
      const due = dueAt && (clock?.isLate ? `应在 ${shortTime(dueAt, now)} 前` : `截止 ${shortTime(dueAt, now)}`);
      const isAsked = state === 'resolved' && relation === 'reporter';
      const rest = isAsked ? `${inSentence(holderOf(ticket) ?? '网格员')}也会核查` : `已用 ${spanOf(reportedAt, now)}`;
      return [due, state === 'waiting' ? '其他时限暂停计算' : rest].filter((part) => part !== undefined).join(' · ');
    }
  }
};

/** In whose hands it is and until when, in two lines. */
export const standingOf = (ticket: TicketView, now: string): { title: string; note: string } => ({
  title: sentenceOf(ticket),
  note: noteOf(ticket, now),
});

export type Clock = { top: string; unit: string; said: string; isLate: boolean; isSoon: boolean; share: number };

const sinceDispatch = ({ name }: ClockView) => name === 'respond' || name === 'resolve' || name.startsWith('stage');

/**
 * The ring: how much of the running limit is left, as a share of 1, and the number in it. Response, resolution and its stages count from
 * the first dispatch (首接负责), every other limit from the step that led to the state. Undefined when nothing is due, or nobody hurries.
 */
export const clockFace = (ticket: TicketView, now: string): Clock | undefined => {
  const { state, dueAt, events, reportedAt, clocks } = ticket;
  const clock = clockOf(dueAt, now);
  if (state === 'parked' || dueAt === undefined || clock === undefined) return undefined;
  const { text, tone, isLate } = clock;
  const running = clocks.find((each) => each.dueAt === dueAt);
  const isLong = running === undefined ? state === 'accepted' : sinceDispatch(running);
  const dispatch = events.find(({ step }) => step === 'dispatch' || step === 'joint');
  const from = (isLong ? dispatch : lastMove(events))?.at ?? reportedAt;
  const whole = Date.parse(dueAt) - Date.parse(from);
  const left = Date.parse(dueAt) - Date.parse(now);
  const [word = '', number = '', unit = ''] = text.split(' ');
  return {
    top: isLate ? word : number,
    unit: isLate ? `${number} ${unit}` : unit,
    said: text,
    isLate,
    isSoon: tone === 'soon',
    share: isLate || whole <= 0 ? 1 : Math.min(1, Math.max(0, left / whole)),
  };
};
