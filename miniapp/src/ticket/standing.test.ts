import { ticketStates } from '@suishoupai/shared/tickets/transitions';
import { describe, expect, it } from 'vitest';
import { clockFace, spanOf, standingOf } from './standing.ts';
import { anEvent, aTicket } from './ticket.builder.ts';

const now = '2025-06-11T04:00:00.000Z';

describe('在谁手里、到什么时候', () => {
  it.each(ticketStates)('%s 有一句话', (state) => {
    expect(standingOf(aTicket({ state }), now).title).not.toBe('');
  });

  it('说截止，也说用了多久', () => {
    const ticket = aTicket({ state: 'accepted', dueAt: '2025-06-12T10:00:00.000Z' });
    expect(standingOf(ticket, now)).toEqual({ title: '幸福物业正在处理', note: '截止 明天 18:00 · 已用 1 天 16 小时' });
  });

  it('待核查时问上报人', () => {
    expect(standingOf(aTicket({ state: 'resolved', relation: 'reporter' }), now).title).toContain('修好了吗');
    expect(standingOf(aTicket({ state: 'resolved' }), now).title).toContain('网格员 07 核查');
  });

  it('不予立案直接说理由', () => {
    const events = [anEvent(1), anEvent(2, { step: 'decline', state: 'declined', note: '不属于社区职责' })];
    expect(standingOf(aTicket({ state: 'declined', events }), now).note).toBe('不属于社区职责');
  });

  it('之后的公开审核不盖住理由', () => {
    const decline = anEvent(2, { step: 'decline', state: 'declined', note: '不属于社区职责' });
    const events = [anEvent(1), decline, anEvent(3, { step: 'review', state: 'declined' })];
    expect(standingOf(aTicket({ state: 'declined', events }), now).note).toBe('不属于社区职责');
  });

  it('办结后不再走表，说一共用了多久', () => {
    const events = [anEvent(1), anEvent(2, { step: 'confirm', at: '2025-06-10T12:42:00.000Z' })];
    expect(standingOf(aTicket({ state: 'rated', events }), now).note).toBe('从上报到办结用了 1 天 1 小时');
  });
});

describe('剩余时间的环', () => {
  it('没有时限就没有环', () => {
    expect(clockFace(aTicket(), now)).toBeUndefined();
  });

  it('处理时限从第一次派遣算起', () => {
    const events = [
      anEvent(1),
      anEvent(2, { step: 'dispatch', at: '2025-06-10T04:00:00.000Z' }),
      anEvent(3, { step: 'accept', at: '2025-06-11T03:00:00.000Z' }),
    ];
    const face = clockFace(aTicket({ state: 'accepted', events, dueAt: '2025-06-14T04:00:00.000Z' }), now);
    expect(face).toMatchObject({ top: '3', unit: '天', share: 0.75, isLate: false, isSoon: false });
  });

  it.each(['overdue', 'review'] as const)('%s 不让时限从头算', (step) => {
    const events = [
      anEvent(1, { at: '2025-06-10T04:00:00.000Z' }),
      anEvent(2, { step, at: '2025-06-11T03:00:00.000Z' }),
    ];
    expect(clockFace(aTicket({ events, dueAt: '2025-06-14T04:00:00.000Z' }), now)).toMatchObject({ share: 0.75 });
  });

  it('逾期是满的红环', () => {
    const face = clockFace(aTicket({ dueAt: '2025-06-10T02:00:00.000Z' }), now);
    expect(face).toMatchObject({ top: '逾期', unit: '1 天', said: '逾期 1 天', share: 1, isLate: true });
  });
});

describe('用时', () => {
  it.each([
    ['2025-06-11T03:59:50.000Z', '1 分钟'],
    ['2025-06-11T03:48:00.000Z', '12 分钟'],
    ['2025-06-10T23:00:00.000Z', '5 小时'],
    ['2025-06-09T04:00:00.000Z', '2 天'],
    ['2025-06-12T04:00:00.000Z', '1 分钟'],
  ])('从 %s 起是 %s', (from, text) => {
    expect(spanOf(from, now)).toBe(text);
  });
});
