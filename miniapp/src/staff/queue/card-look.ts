import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { stateLabel } from '@suishoupai/shared/tickets/labels';
import { deskOf, type TicketState } from '@suishoupai/shared/tickets/transitions';
import type { DeskKind } from '../../desks.ts';
import { spanOf } from '../../ticket/standing.ts';
import { clockOf } from '../../ui/ticket-look.ts';

const openText: Partial<Record<TicketState, string>> = {
  reported: '立案',
  filed: '派遣',
  returned: '重新派遣',
  accepted: '处理',
  rework: '处理',
  resolved: '核查',
};

/** The one thing to do with a card here: `accept` is done on the spot, everything else on the ticket's own screen. */
export type Action = { kind: 'accept' | 'open'; text: string };

export const actionOf = (state: TicketState, desk: DeskKind): Action => {
  if (desk === 'review') return { kind: 'open', text: '审核' };
  return state === 'dispatched' ? { kind: 'accept', text: '接单' } : { kind: 'open', text: openText[state] ?? '查看' };
};

export type Edge = 'late' | 'soon' | 'calm' | 'none';

export const edgeOf = (dueAt: string | undefined, now: string): Edge => {
  const tone = clockOf(dueAt, now)?.tone;
  return tone === 'late' || tone === 'soon' || tone === 'calm' ? tone : 'none';
};

export const whereOf = ({ grid, categoryName }: TicketCard): string =>
  [grid?.name, categoryName].filter((part) => part !== undefined).join(' · ');

/** Its greatest unit: 「12 天」. */
const ageOf = (iso: string, now: string): string => spanOf(iso, now).split(' ').slice(0, 2).join(' ');

export const stateLine = ({ state, reportedAt, department }: TicketCard, now: string): string => {
  const who = deskOf(state) === 'department' ? undefined : department?.name;
  return [stateLabel[state], who, `已报 ${ageOf(reportedAt, now)}`].filter((part) => part !== undefined).join(' · ');
};
