import { describe, expect, it } from 'vitest';
import { heldItems } from './held.ts';
import { picturesOf, seenAbove } from './pictures.ts';
import { anEvent, aPhoto, aTicket } from './ticket.builder.ts';

const now = '2025-06-11T04:00:00.000Z';
const report = anEvent(1, { photos: [aPhoto(1)] });
const reply = (number: number, at: string) =>
  anEvent(number, { step: 'resolve', state: 'resolved', at, photos: [aPhoto(number), aPhoto(number + 10)] });

describe('处理前后', () => {
  it('各有日期，返工后以最后一次处理为准', () => {
    const events = [report, reply(2, '2025-06-10T01:00:00.000Z'), reply(3, '2025-06-10T08:05:00.000Z')];
    expect(picturesOf(aTicket({ state: 'resolved', events }), now)).toMatchObject({
      before: { caption: '处理前 周一 19:42', photos: [aPhoto(1)] },
      after: { caption: '处理后 昨天 16:05', photos: [aPhoto(3), aPhoto(13)] },
    });
  });

  it('还没有的、待审核的，用话说明', () => {
    expect(picturesOf(aTicket({ isHeld: true }), now)).toMatchObject({
      before: { words: '照片待审核' },
      after: { words: '处理后的照片会放在这里' },
    });
  });

  it('电话来的没有照片：不留空框，办完了只放处理后的', () => {
    const phoned = aTicket({ channel: 'phone', isHeld: true });
    expect(picturesOf(phoned, now)).toEqual({});
    const done = aTicket({ channel: 'phone', state: 'resolved', events: [anEvent(1), reply(2, now)] });
    expect(picturesOf(done, now)).toEqual({ after: { caption: '处理后 今天 12:00', photos: [aPhoto(2), aPhoto(12)] } });
  });

  it('没有立案的不留处理后的位置', () => {
    expect(picturesOf(aTicket({ state: 'declined', events: [report] }), now).after).toBeUndefined();
  });

  it('上面看全了的照片，轨迹里不再重复', () => {
    const ticket = aTicket({ state: 'resolved', events: [report, reply(2, now)] });
    expect([...seenAbove(ticket, 'pair')]).toEqual([report.id]);
    const nine = anEvent(1, { photos: [aPhoto(1), aPhoto(2)] });
    expect([...seenAbove(aTicket({ events: [nine] }), 'strip')]).toEqual([nine.id]);
    expect([...seenAbove(aTicket({ events: [nine] }), 'pair')]).toEqual([]);
  });
});

describe('待公开的内容', () => {
  it('上报的话是描述，通过的不列', () => {
    const held = anEvent(1, { safety: 'held', photos: [aPhoto(1), aPhoto(2, { safety: 'pending' })] });
    const hidden = anEvent(2, { step: 'return', actor: '幸福物业', note: '不归我', safety: 'hidden' });
    const items = heldItems(aTicket({ description: '路灯不亮', events: [held, hidden] }));
    expect(items).toMatchObject([
      { kind: 'words', words: '不归我', by: '幸福物业 退回', safety: 'hidden' },
      { kind: 'words', words: '路灯不亮', safety: 'held' },
      { kind: 'photo', id: aPhoto(2).id, safety: 'pending' },
    ]);
  });
});
