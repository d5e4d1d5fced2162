import { describe, expect, it } from 'vitest';
import { becauseOf } from './because.ts';
import { anEvent, aTicket } from './ticket.builder.ts';

const nobody = () => undefined;

describe('为什么停在这里', () => {
  it('退回的说谁退的、为什么、属于哪一项、归谁', () => {
    const returned = anEvent(2, {
      step: 'return',
      actor: '城管中队',
      note: '不是占道，是建筑垃圾',
      belongsTo: { categoryCode: 'E0102', name: '建筑垃圾' },
    });
    const ticket = aTicket({ state: 'returned', events: [anEvent(1), returned] });
    expect(becauseOf(ticket, () => '环卫所')).toEqual({
      head: '城管中队 退回的理由',
      words: '不是占道，是建筑垃圾',
      more: '认为属于「建筑垃圾」，清单上由 环卫所 负责',
    });
    expect(becauseOf(ticket, nobody)?.more).toContain('清单上没有对应部门');
  });

  it('返工后又低分，说的是最近一次', () => {
    const events = [
      anEvent(1),
      anEvent(2, { step: 'rework', actor: '网格员 07', note: '没修好' }),
      anEvent(3, { step: 'rate', stars: 2, note: '灯又灭了' }),
    ];
    expect(becauseOf(aTicket({ state: 'rework', events }), nobody)).toMatchObject({
      head: '居民 只给了 2 星，要求再整改一次',
      words: '灯又灭了',
    });
  });

  it.each([
    ['waiting', 'ask', '灯在几单元？'],
    ['parked', 'park', '等专项资金'],
    ['declined', 'decline', '不属于社区职责'],
  ] as const)('%s 有理由，之后的公开审核不盖住', (state, step, note) => {
    const events = [anEvent(1), anEvent(2, { step, note }), anEvent(3, { step: 'review' })];
    expect(becauseOf(aTicket({ state, events }), nobody)?.words).toBe(note);
  });

  it('理由还没核对，或者没有公开，就说明白；评价本来可以不写', () => {
    const events = [anEvent(1), anEvent(2, { step: 'return', actor: '城管中队' })];
    const wordsOf = (given: Parameters<typeof aTicket>[0]) => becauseOf(aTicket(given), nobody)?.words;
    expect(wordsOf({ state: 'returned', events, isHeld: true })).toBe('理由正在核对，核对后公开');
    expect(wordsOf({ state: 'returned', events })).toBe('这段话没有公开');
    expect(wordsOf({ state: 'rework', events: [anEvent(1), anEvent(2, { step: 'rate', stars: 1 })] })).toBeUndefined();
  });

  it('旧的退回，重新派了就不再说', () => {
    const events = [anEvent(1), anEvent(2, { step: 'return', note: '不归我' }), anEvent(3, { step: 'dispatch' })];
    expect(becauseOf(aTicket({ state: 'dispatched', events }), nobody)).toBeUndefined();
  });

  it('等批复的延期', () => {
    const extension = { limit: { unit: 'workDay' as const, amount: 3 }, note: '配件要从外地发来' };
    expect(becauseOf(aTicket({ state: 'accepted', extension }), nobody)).toEqual({
      head: '申请延长 3 个工作日，等社区批复',
      words: '配件要从外地发来',
      more: undefined,
    });
  });
});
