import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { dayMs, hourMs, minuteMs } from '@suishoupai/shared/time/units';
import { clockOf, holderOf } from '../ui/ticket-look.ts';
import { isMove } from './event-words.ts';

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

const sentenceOf = (ticket: TicketView): string => {
  const holder = inSentence(holderOf(ticket) ?? '处理部门');
  switch (ticket.state) {
    case 'reported':
      return `等${holder}核实立案`;
    case 'filed':
      return `等${holder}派遣`;
    case 'dispatched':
      return `等${holder}接单`;
    case 'accepted':
      return `${holder}正在处理`;
    case 'returned':
      return `被退回，等${holder}重新派遣`;
    case 'resolved':
      return ticket.relation === 'reporter' ? '请您看看，修好了吗？' : `等${holder}核查`;
    case 'rework':
      return `${holder}正在返工`;
    case 'closed':
      return ticket.can.includes('rate') ? '已办结，请您评价' : '已办结';
    case 'rated':
      return '已办结，居民已评价';
    case 'declined':
      return '没有立案';
    case 'withdrawn':
      return '上报人已撤回';
    default:
      return ticket.state satisfies never;
  }
};

const lastMove = (events: TicketView['events']) => [...events].reverse().find(isMove);

/** In whose hands it is and until when, in two lines. */
export const standingOf = (ticket: TicketView, now: string): { title: string; note: string } => {
  const { state, dueAt, reportedAt, events, relation } = ticket;
  const title = sentenceOf(ticket);
  const last = lastMove(events);
  if (state === 'declined' || state === 'withdrawn')
    return { title, note: last?.note ?? shortTime(last?.at ?? reportedAt, now) };
  const closedAt = [...events].reverse().find(({ step }) => step === 'confirm')?.at;
  if (closedAt !== undefined && (state === 'closed' || state === 'rated'))
    return { title, note: `从上报到办结用了 ${spanOf(reportedAt, closedAt)}` };
  const until = dueAt === undefined ? undefined : `截止 ${shortTime(dueAt, now)}`;
  const isAsked = state === 'resolved' && relation === 'reporter';
  const rest = isAsked ? `${inSentence(holderOf(ticket) ?? '网格员')}也会核查` : `已用 ${spanOf(reportedAt, now)}`;
  return { title, note: [until, rest].filter((part) => part !== undefined).join(' · ') };
};

export type Clock = { top: string; unit: string; said: string; isLate: boolean; isSoon: boolean; share: number };

/**
 * The ring: how much of the running limit is left, as a share of 1, and the number in it. Resolution counts from the first dispatch
 * (首接负责), every other limit from the step that led to the state. Undefined when nothing is due.
 */
export const clockFace = ({ state, dueAt, events, reportedAt }: TicketView, now: string): Clock | undefined => {
  const clock = clockOf(dueAt, now);
  if (dueAt === undefined || clock === undefined) return undefined;
  const { text, tone, isLate } = clock;
  const dispatch = events.find(({ step }) => step === 'dispatch');
  const from = (state === 'accepted' ? dispatch : lastMove(events))?.at ?? reportedAt;
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
