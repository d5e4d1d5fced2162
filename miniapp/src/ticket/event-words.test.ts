import { describe, expect, it } from 'vitest';
import { isMove, titleOf } from './event-words.ts';
import { anEvent } from './ticket.builder.ts';

/** As a newer service sends it. */
const ofTomorrow = JSON.parse(JSON.stringify({ ...anEvent(1, { actor: '居委会' }), step: 'merge' }));

describe('轨迹里的一条', () => {
  it.each([
    [anEvent(1), '居民 上报'],
    [anEvent(1, { step: 'overdue', actor: '系统' }), '已超过时限'],
    [anEvent(1, { step: 'review', actor: '居委会' }), '居委会 公开审核'],
    [ofTomorrow, '居委会 有了新进展'],
  ])('叫得出名字，认不出的也有话说', (event, title) => {
    expect(titleOf(event)).toBe(title);
  });

  it('超时、公开审核和认不出的不算办理的一步', () => {
    const steps = [anEvent(1), anEvent(1, { step: 'overdue' }), anEvent(1, { step: 'review' }), ofTomorrow];
    expect(steps.map(isMove)).toEqual([true, false, false, false]);
  });
});
