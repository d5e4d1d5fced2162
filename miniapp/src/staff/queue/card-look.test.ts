import { ticketStates } from '@suishoupai/shared/tickets/states';
import { describe, expect, it } from 'vitest';
import { aTicket } from '../../ticket/ticket.builder.ts';
import { actionOf, edgeOf, isSupporting, stateLine, taskOf, whereOf } from './card-look.ts';

const now = '2025-06-11T04:00:00.000Z';
const own = { desk: 'dep_wuye' };
const other = { desk: 'dep_chengguan' };

describe('待办卡片', () => {
  it.each(ticketStates)('%s 有一个按钮', (state) => {
    expect(actionOf(aTicket({ state }), own).text).not.toBe('');
  });

  it('只有自己的接单在卡片上就做', () => {
    const accepting = (desk: string) =>
      ticketStates.filter((state) => actionOf(aTicket({ state }), { desk }).kind === 'accept');
    expect(accepting('dep_wuye')).toEqual(['dispatched']);
    expect(['dep_chengguan', 'community', 'all', 'street', 'grd_07'].flatMap(accepting)).toEqual([]);
  });

  it('别的部门牵头的，写明协办', () => {
    expect(isSupporting(aTicket(), other)).toBe(true);
    expect(stateLine(aTicket(), other, now)).toBe('协办 · 幸福物业牵头 · 已报 1 天');
    expect(actionOf(aTicket(), other).text).toBe('协办');
    expect(taskOf(aTicket({ task: '劝离占道经营' }))).toBe('协办：劝离占道经营');
  });

  it('待审核的不管办到哪一步，都打开去审核', () => {
    const actions = ticketStates.map((state) => actionOf(aTicket({ state }), { desk: 'review' }));
    expect(new Set(actions.map(({ kind, text }) => `${kind} ${text}`))).toEqual(new Set(['open 审核']));
  });

  it.each([
    ['2025-06-11T03:59:00.000Z', 'late'],
    ['2025-06-11T08:00:00.000Z', 'soon'],
    ['2025-06-14T08:00:00.000Z', 'calm'],
    [undefined, 'none'],
  ])('时限 %s 的边是 %s', (dueAt, edge) => {
    expect(edgeOf(dueAt, now)).toBe(edge);
  });

  it('谁处理的、谁经办的、多少人同感都看得到', () => {
    expect(stateLine(aTicket({ state: 'resolved' }), { desk: 'grd_07' }, now)).toBe('待核查 · 幸福物业 · 已报 1 天');
    expect(stateLine(aTicket(), own, now)).toBe('待接单 · 已报 1 天');
    expect(stateLine(aTicket({ assignee: { label: '物业 B 岗', isMe: false } }), own, now)).toContain('物业 B 岗 经办');
    expect(stateLine(aTicket({ assignee: { label: '物业', isMe: true } }), own, now)).toContain('我经办');
    expect(whereOf(aTicket({ joins: 12 }))).toBe('网格 07 · 路灯 · 12 人同感');
    expect(whereOf(aTicket())).toBe('网格 07 · 路灯');
  });
});
