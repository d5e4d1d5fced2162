import { ticketStates } from '@suishoupai/shared/tickets/transitions';
import { describe, expect, it } from 'vitest';
import { aTicket } from '../../ticket/ticket.builder.ts';
import { actionOf, edgeOf, stateLine, whereOf } from './card-look.ts';

const now = '2025-06-11T04:00:00.000Z';

describe('待办卡片', () => {
  it.each(ticketStates)('%s 有一个按钮', (state) => {
    expect(actionOf(state, 'department').text).not.toBe('');
  });

  it('只有接单在卡片上就做', () => {
    expect(ticketStates.filter((state) => actionOf(state, 'department').kind === 'accept')).toEqual(['dispatched']);
  });

  it('待审核的不管办到哪一步，都打开去审核', () => {
    const actions = ticketStates.map((state) => actionOf(state, 'review'));
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

  it('核查的人看得到是谁处理的', () => {
    expect(stateLine(aTicket({ state: 'resolved' }), now)).toBe('待核查 · 幸福物业 · 已报 1 天');
    expect(stateLine(aTicket(), now)).toBe('待接单 · 已报 1 天');
    expect(whereOf(aTicket())).toBe('网格 07 · 路灯');
  });
});
