import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';

type Reported = Pick<TicketView, 'state' | 'department' | 'dueAt'>;

const by = (dueAt: string | undefined, now: string): string =>
  dueAt === undefined ? '尽快' : ` ${shortTime(dueAt, now)} 前`;

/** Who has it in hand right after the report, and until when. */
export const inHands = ({ state, department, dueAt }: Reported, now: string): { who: string; until: string } =>
  state === 'dispatched' && department !== undefined
    ? { who: `已派给 ${department.name}`, until: `${by(dueAt, now)}接单`.trim() }
    : { who: '已到社区', until: `${by(dueAt, now)}看过并派给合适的部门`.trim() };

/** What will happen, in three lines that promise no more than the rules do. */
export const nextSteps = ({ state, department, dueAt }: Reported, now: string): string[] => {
  const isDispatched = state === 'dispatched' && department !== undefined;
  return [
    isDispatched
      ? `${department.name}${by(dueAt, now)}接单；不归他们管的，退回社区重新派`
      : `社区${by(dueAt, now)}看过，派给合适的部门；不能立案的会写明原因`,
    '办完要附上处理后的照片，由网格员核查；您看了没修好，可以要求返工',
    '每一步都记在「进展」里，有新消息会提醒您；办结后请您评价',
  ];
};
