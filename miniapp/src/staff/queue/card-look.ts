import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { stateLabel } from '@suishoupai/shared/tickets/labels';
import type { TicketState } from '@suishoupai/shared/tickets/states';
import { type Desk, kindOf } from '../../desks.ts';
import { spanOf } from '../../ticket/standing.ts';
import { clockOf } from '../../ui/ticket-look.ts';

const openText: Partial<Record<TicketState, string>> = {
  reported: '立案',
  filed: '派遣',
  dispatched: '查看',
  returned: '重新派遣',
  disputed: '协调',
  resolved: '核查',
  parked: '复核',
};

/** The one thing to do with a card here: `accept` is done on the spot, everything else on the ticket's own screen. */
export type Action = { kind: 'accept' | 'open'; text: string };

type On = Pick<Desk, 'desk'>;

/** The department has a task of its own in it; another has the lead. */
export const isSupporting = ({ department }: Pick<TicketCard, 'department'>, on: On): boolean =>
  kindOf(on) === 'department' && department !== undefined && department.id !== on.desk;

export const actionOf = (ticket: Pick<TicketCard, 'state' | 'department'>, on: On): Action => {
  const { state } = ticket;
  switch (kindOf(on)) {
    case 'review':
      return { kind: 'open', text: '审核' };
    case 'all':
      return { kind: 'open', text: '查看' };
    case 'department':
      if (isSupporting(ticket, on)) return { kind: 'open', text: '协办' };
      if (state === 'dispatched') return { kind: 'accept', text: '接单' };
      return { kind: 'open', text: state === 'accepted' || state === 'rework' ? '处理' : '查看' };
    default:
      return { kind: 'open', text: openText[state] ?? '查看' };
  }
};

export type Edge = 'late' | 'soon' | 'calm' | 'none';

export const edgeOf = (dueAt: string | undefined, now: string): Edge => {
  const tone = clockOf(dueAt, now)?.tone;
  return tone === 'late' || tone === 'soon' || tone === 'calm' ? tone : 'none';
};

export const whereOf = ({ grid, categoryName, joins }: TicketCard): string =>
  [grid?.name, categoryName, joins > 0 ? `${joins} 人同感` : undefined]
    .filter((part) => part !== undefined)
    .join(' · ');

/** 吹哨: the department's own part, in the words of whoever asked for it. */
export const taskOf = ({ task }: Pick<TicketCard, 'task'>): string | undefined =>
  task === undefined ? undefined : `协办：${task}`;

/** Its greatest unit: 「12 天」. */
const ageOf = (iso: string, now: string): string => spanOf(iso, now).split(' ').slice(0, 2).join(' ');

export const stateLine = (ticket: TicketCard, on: On, now: string): string => {
  const { state, reportedAt, department, assignee } = ticket;
  const isOwn = kindOf(on) === 'department' && !isSupporting(ticket, on);
  const isNamed = !isOwn;
  const parts = [
    isSupporting(ticket, on) ? `协办 · ${department?.name ?? ''}牵头` : stateLabel[state],
    isNamed && !isSupporting(ticket, on) ? department?.name : undefined,
    assignee && (assignee.isMe ? '我经办' : `${assignee.label} 经办`),
    `已报 ${ageOf(reportedAt, now)}`,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
};
