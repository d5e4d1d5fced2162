import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import type { DeskKind } from '../../desks.ts';

export type Counts = { overdue: number; today: number; unaccepted: number; all: number };
export type Tile = { name: string; value: string; tone: 'late' | 'soon' | 'calm' | 'none' };

/** Only so many are counted, the most urgent ones: with a full count there may be more. */
const written = (value: number, counted: number): string =>
  counted >= ticketLimits.deskSize ? `${value}+` : `${value}`;

/** Only a department accepts; what waits for review has no clock of its own. */
export const tilesOf = (kind: DeskKind, counts: Counts | undefined): Tile[] => {
  const tile = (name: string, tone: Tile['tone'], read: (counts: Counts) => [value: number, counted: number]): Tile => {
    if (counts === undefined) return { name, value: '–', tone: 'none' };
    const [value, counted] = read(counts);
    return { name, value: written(value, counted), tone: value > 0 ? tone : 'none' };
  };
  if (kind === 'review') return [tile('全部', 'calm', ({ all }) => [all, all])];
  return [
    tile('逾期', 'late', ({ overdue }) => [overdue, overdue]),
    tile('今天到期', 'soon', ({ overdue, today }) => [today, overdue + today]),
    kind === 'department' || kind === 'all'
      ? tile('待接单', 'calm', ({ unaccepted, all }) => [unaccepted, all])
      : tile('全部待办', 'calm', ({ all }) => [all, all]),
  ];
};

type Words = { title: string; text: string };

const done: Words = {
  title: '手上的事都办完了',
  text: '新派来的会按时限排在这里，先到期的在最上面。您允许过提醒的，微信也会提醒。',
};

const emptyWords: Record<DeskKind, Words> = {
  department: done,
  grid: done,
  community: done,
  street: { title: '没有要协调的事', text: '部门第二次退回的，会排到这里，由街道吹哨或指定部门。' },
  all: { title: '社区里没有在办的事', text: '办结的不再列出，可以在「身边」里看。' },
  review: {
    title: '没有要审核的内容',
    text: '没有通过安全检查的、被投诉的和申诉的，会排在这里，由社区决定是否公开。',
  },
};

/** What a desk says on which nothing waits, or nothing of what was asked for. */
export const emptyOf = (kind: DeskKind, isFiltered: boolean): Words =>
  isFiltered ? { title: '没有符合筛选的', text: '换个条件，或者清除筛选再看。' } : emptyWords[kind];
