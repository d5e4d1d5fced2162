import { describe, expect, it } from 'vitest';
import { aTicket } from '../../ticket/ticket.builder.ts';
import { attemptKey, isPickable, outcomeOf, outcomeWords, togglePick } from './batch.ts';

const idOf = (number: number) => `tkt_xfl_${String(number).padStart(26, '0')}` as const;

describe('批量派遣', () => {
  it('只有待派遣和退回的能选', () => {
    expect(isPickable({ state: 'filed' })).toBe(true);
    expect(isPickable({ state: 'returned' })).toBe(true);
    expect(isPickable({ state: 'parked' })).toBe(false);
  });

  it('点一下选上，再点去掉，最多二十件', () => {
    const full = Array.from({ length: 20 }, (_, number) => idOf(number));
    expect(togglePick([], idOf(1))).toEqual([idOf(1)]);
    expect(togglePick([idOf(1)], idOf(1))).toEqual([]);
    expect(togglePick(full, idOf(99))).toBe(full);
    expect(togglePick(full, idOf(0))).toHaveLength(19);
  });

  it('派成的走，没派成的留下并说为什么', () => {
    const { done, refusals } = outcomeOf([
      { ticketId: idOf(1) },
      { ticketId: idOf(2), refusal: { code: 'ticket.changed', message: '刚刚有了新进展' } },
    ]);
    expect(done).toEqual([idOf(1)]);
    expect(refusals).toEqual({ [idOf(2)]: '刚刚有了新进展' });
    expect(outcomeWords(1, 1)).toContain('1 件没有派成');
    expect(outcomeWords(3, 0)).toBe('已派遣 3 件');
  });

  it('同一件派给同一个部门才是同一次', () => {
    const ticket = aTicket();
    expect(attemptKey(ticket, 'dep_wuye')).toBe(attemptKey(aTicket(), 'dep_wuye'));
    expect(attemptKey(ticket, 'dep_wuye')).not.toBe(attemptKey(ticket, 'dep_a'));
    expect(attemptKey(ticket, 'dep_wuye')).not.toBe(attemptKey(aTicket({ version: 4 }), 'dep_wuye'));
  });
});
