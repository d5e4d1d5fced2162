import { ticketStates } from '@suishoupai/shared/tickets/states';
import { describe, expect, it } from 'vitest';
import { clockFace, spanOf, standingOf } from './standing.ts';
import { anEvent, aTask, aTicket } from './ticket.builder.ts';

const now = '2025-06-11T04:00:00.000Z';

describe('在谁手里、到什么时候', () => {
  it.each(ticketStates)('%s 有一句话', (state) => {
    expect(standingOf(aTicket({ state }), now).title).not.toBe('');
  });

  it('没有两个状态说一样的话，除了评价前后', () => {
    const said = ticketStates
      .filter((state) => state !== 'rated')
      .map((state) => standingOf(aTicket({ state }), now).title);
    expect(new Set(said).size).toBe(said.length);
  });

  it('说截止，也说用了多久', () => {
    const ticket = aTicket({ state: 'accepted', dueAt: '2025-06-12T10:00:00.000Z' });
    expect(standingOf(ticket, now)).toEqual({ title: '幸福物业正在处理', note: '截止 明天 18:00 · 已用 1 天 16 小时' });
  });

  it('逾期的说应该在什么时候，路过的人也看得到', () => {
    const ticket = aTicket({ state: 'accepted', dueAt: '2025-06-10T10:00:00.000Z', relation: 'public' });
    expect(standingOf(ticket, now).note).toContain('应在 昨天 18:00 前');
  });

  it('几个部门一起办的说谁牵头', () => {
    const ticket = aTicket({ state: 'accepted', tasks: [aTask(), aTask({ state: 'reported' })] });
    expect(standingOf(ticket, now).title).toBe('幸福物业牵头，3 个部门一起办');
  });

  it('待核查、等补充时问上报人，别人看到的是等谁', () => {
    expect(standingOf(aTicket({ state: 'resolved', relation: 'reporter' }), now).title).toContain('修好了吗');
    expect(standingOf(aTicket({ state: 'resolved' }), now).title).toContain('网格员 07 核查');
    expect(standingOf(aTicket({ state: 'waiting', relation: 'reporter' }), now).title).toBe('请您补充一下');
    expect(standingOf(aTicket({ state: 'waiting' }), now).title).toBe('等上报人补充');
  });

  it('低分之后是二次整改，不是返工', () => {
    const rated = [anEvent(1), anEvent(2, { step: 'rate', state: 'rework', stars: 1 })];
    expect(standingOf(aTicket({ state: 'rework', events: rated }), now).title).toContain('二次整改');
    const sent = [anEvent(1), anEvent(2, { step: 'rework', state: 'rework', note: '没修好' })];
    expect(standingOf(aTicket({ state: 'rework', events: sent }), now).title).toContain('返工');
  });

  it('挂账说哪天再看，别的年份带上年', () => {
    const parked = (day: string) =>
      aTicket({ state: 'parked', events: [anEvent(1), anEvent(2, { step: 'park', day })] });
    expect(standingOf(parked('2025-07-01'), now).note).toContain('7月1日 再看');
    expect(standingOf(parked('2026-01-05'), now).note).toContain('2026年1月5日 再看');
  });

  it('办结后不再走表，说一共用了多久', () => {
    const events = [anEvent(1), anEvent(2, { step: 'confirm', at: '2025-06-10T12:42:00.000Z' })];
    expect(standingOf(aTicket({ state: 'rated', events }), now).note).toBe('从上报到办结用了 1 天 1 小时');
  });
});

describe('剩余时间的环', () => {
  it('没有时限就没有环，挂账也没有', () => {
    expect(clockFace(aTicket(), now)).toBeUndefined();
    expect(clockFace(aTicket({ state: 'parked', dueAt: '2025-07-01T00:00:00.000Z' }), now)).toBeUndefined();
  });

  it.each(['dispatch', 'joint'] as const)('处理时限从第一次派遣算起（%s）', (step) => {
    const events = [
      anEvent(1),
      anEvent(2, { step, at: '2025-06-10T04:00:00.000Z' }),
      anEvent(3, { step: 'accept', at: '2025-06-11T03:00:00.000Z' }),
    ];
    const face = clockFace(aTicket({ state: 'accepted', events, dueAt: '2025-06-14T04:00:00.000Z' }), now);
    expect(face).toMatchObject({ top: '3', unit: '天', share: 0.75, isLate: false, isSoon: false });
  });

  it('返工自己的时限从返工算起', () => {
    const events = [
      anEvent(1),
      anEvent(2, { step: 'dispatch', at: '2025-06-01T04:00:00.000Z' }),
      anEvent(3, { step: 'rework', at: '2025-06-10T04:00:00.000Z' }),
    ];
    const dueAt = '2025-06-14T04:00:00.000Z';
    const clocks = [{ name: 'redo', dueAt, standing: 'running' as const }];
    expect(clockFace(aTicket({ state: 'rework', events, dueAt, clocks }), now)).toMatchObject({ share: 0.75 });
  });

  it.each(['overdue', 'review', 'progress'] as const)('%s 不让时限从头算', (step) => {
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
