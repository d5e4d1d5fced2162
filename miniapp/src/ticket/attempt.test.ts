import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import { attemptOf, fateOf, foundIn, lookedAgain, newsSince } from './attempt.ts';
import { anEvent, aTicket } from './ticket.builder.ts';

const actionId = `act_${'1'.repeat(26)}` as const;
const accept = () => attemptOf('accept', actionId, 3, { note: ' ', photoIds: [] });

describe('一步操作在得到回音之前', () => {
  it('只带这一步自己的内容：空的说明和照片不发', () => {
    expect(accept().body).toEqual({ id: actionId, version: 3 });
  });

  it('缺了必填的内容就不能成为一步', () => {
    expect(() => attemptOf('return', actionId, 3, { note: '  ' })).toThrow();
  });
});

describe('没有成功的一步', () => {
  it.each([
    ['network', 'lost'],
    ['gateway', 'lost'],
    ['tooFrequent', 'refused'],
    ['internal', 'lost'],
    ['ticket.changed', 'changed'],
    ['ticket.stepNotAllowed', 'changed'],
    ['access.denied', 'changed'],
    ['media.refused', 'refused'],
    ['session.expired', 'refused'],
  ] as const)('%s 是 %s', (code, fate) => {
    expect(fateOf(new ApiError(code))).toBe(fate);
  });

  it('我们自己的错误不当作没有回音', () => {
    expect(fateOf(new TypeError('x'))).toBe('refused');
  });

  it('轨迹里有它的编号，就是已经做成', () => {
    expect(foundIn(accept(), aTicket({ version: 4, events: [anEvent(1), anEvent(2, { id: actionId })] }))).toBe('done');
  });

  it('别人先动了，就作罢；没人动，还可能送到', () => {
    expect(foundIn(accept(), aTicket({ version: 4 }))).toBe('overtaken');
    expect(foundIn(accept(), aTicket({ version: 3 }))).toBe('open');
  });
});

describe('不再等回音之后再看一眼', () => {
  const before = aTicket({ version: 3 });
  const others = anEvent(2, { step: 'accept', actor: '幸福物业' });

  it('其实已经送到：算做成，自己做的不当新闻，别人后来又动了也一样', () => {
    const events = [...before.events, anEvent(3, { id: actionId }), others];
    expect(lookedAgain(accept(), before, aTicket({ version: 5, events }))).toEqual({ isDone: true, news: undefined });
  });

  it('没有送到：说别人做了什么', () => {
    const after = aTicket({ version: 4, events: [...before.events, others] });
    expect(lookedAgain(accept(), before, after)).toEqual({ isDone: false, news: '幸福物业 接单' });
    expect(lookedAgain(accept(), before, before)).toEqual({ isDone: false, news: undefined });
  });
});

describe('别人做了什么', () => {
  it('只说新的', () => {
    const before = aTicket();
    const after = aTicket({ events: [...before.events, anEvent(2, { step: 'accept', actor: '幸福物业' })] });
    expect(newsSince(before, after)).toBe('幸福物业 接单');
    expect(newsSince(after, after)).toBeUndefined();
  });
});
