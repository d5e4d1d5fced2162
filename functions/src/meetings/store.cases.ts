import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import { aTopicId } from '../topics/topic.builder.ts';
import { aMeeting, aMeetingId, someMinutes } from './meeting.builder.ts';
import type { MeetingStore } from './store.ts';

const now = '2026-11-18T00:00:00.000Z';

/** What a store of meetings promises, whatever it is made of. */
export const meetingStoreCases = (makeStore: () => Promise<MeetingStore>): void => {
  let store: MeetingStore;
  beforeEach(async () => {
    store = await makeStore();
  });
  const list = async (when: 'coming' | 'past') =>
    (await store.list({ communityId: 'xfl', when, now })).items.map(({ id }) => id);

  test('存下的原样取回；没有的没有', async () => {
    const meeting = aMeeting({
      quorum: { expected: 20, numerator: 1, denominator: 2, kind: 'moreThan', source: '章程' },
    });
    expect(await store.save(meeting)).toBe(true);
    expect(await store.find(meeting.id)).toEqual(meeting);
    expect(await store.find(aMeetingId())).toBeUndefined();
  });

  test('第 n 次写要接着第 n-1 次：抢先的算数，其余什么也没写下', async () => {
    const meeting = aMeeting();
    const titles = ['第一个题目', '第二个题目', '第三个题目'];
    const titled = (title: string) => ({ ...meeting, revision: 2, title });
    expect(await store.save({ ...meeting, revision: 2 })).toBe(false);
    expect(await Promise.all([store.save(meeting), store.save(meeting)])).toContain(false);
    const outcomes = await Promise.all(titles.map((title) => store.save(titled(title))));
    expect(outcomes.filter((isSaved) => isSaved)).toHaveLength(1);
    expect(await store.save(titled('第四个题目'))).toBe(false);
    expect((await store.find(meeting.id))?.title).toBe(titles[outcomes.indexOf(true)]);
  });

  test('不再有的项，写过就没有了', async () => {
    const meeting = aMeeting();
    await store.save(meeting);
    const { online: _, ...offline } = { ...meeting, revision: 2 };
    await store.save(offline);
    expect(await store.find(meeting.id)).toEqual(offline);
  });

  describe('纪要', () => {
    test('和会议一起写下；会议没写成，纪要也没有', async () => {
      const meeting = aMeeting();
      await store.save(meeting);
      const minutes = someMinutes(meeting.id);
      const head = { number: 1, hash: minutes.hash };
      expect(await store.save({ ...meeting, revision: 2, head }, { minutes })).toBe(true);
      const late = someMinutes(meeting.id, { author: '晚了一步' });
      expect(await store.save({ ...meeting, revision: 2, head }, { minutes: late })).toBe(false);
      expect(await store.findMinutes(meeting.id, 1)).toEqual(minutes);
      expect(await store.findMinutes(meeting.id, 2)).toBeUndefined();
      expect((await store.find(meeting.id))?.head).toEqual(head);
    });

    test('同时写同一版，只有一份留下', async () => {
      const meeting = aMeeting();
      await store.save(meeting);
      const each = ['甲', '乙', '丙'].map((author) => someMinutes(meeting.id, { author }));
      const outcomes = await Promise.all(each.map((minutes) => store.save({ ...meeting, revision: 2 }, { minutes })));
      expect(outcomes.filter((isSaved) => isSaved)).toHaveLength(1);
      expect(await store.listMinutes(meeting.id)).toEqual([each[outcomes.indexOf(true)]]);
    });

    test('按号码排，第 10 版在第 9 版后面，签到不混进来', async () => {
      const meeting = aMeeting();
      for (let number = 1; number <= 11; number += 1) {
        await store.save({ ...meeting, revision: number }, { minutes: someMinutes(meeting.id, { number }) });
      }
      expect((await store.listMinutes(meeting.id)).map(({ number }) => number)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
      ]);
      expect(await store.listMinutes(aMeetingId())).toEqual([]);
    });
  });

  describe('单子', () => {
    const at = (day: number, hour = 11) => ({
      startsAt: new Date(Date.UTC(2026, 10, day, hour)).toISOString(),
      endsAt: new Date(Date.UTC(2026, 10, day, hour + 2)).toISOString(),
    });

    test('将开的，近的在前；开过的，近的在前；别的社区不在内', async () => {
      const later = aMeeting(at(25));
      const soon = aMeeting(at(19));
      const long = aMeeting(at(2));
      const lately = aMeeting(at(16));
      const elsewhere = aMeeting({ ...at(19), id: aMeetingId('other'), communityId: 'other' });
      for (const meeting of [later, soon, long, lately, elsewhere]) await store.save(meeting);
      expect(await list('coming')).toEqual([soon.id, later.id]);
      expect(await list('past')).toEqual([lately.id, long.id]);
    });

    test('开过了点还在将开的里，宣布结束才过去', async () => {
      const meeting = aMeeting({ ...at(17, 20), state: 'inSession' });
      await store.save(meeting);
      expect(await list('coming')).toEqual([meeting.id]);
      const end = { id: anActionId(), what: 'end', at: '2026-11-17T23:00:00.000Z', personId: aPersonId(), digest: 'x' };
      await store.save({ ...meeting, revision: 2, state: 'ended', trace: [{ ...end, what: 'end' }] });
      expect([await list('coming'), await list('past')]).toEqual([[], [meeting.id]]);
    });

    test('一页一页翻，不重不漏', async () => {
      const meetings = Array.from({ length: meetingLimits.pageSize + 3 }, (_, i) => aMeeting(at(19, i)));
      for (const meeting of meetings) await store.save(meeting);
      const first = await store.list({ communityId: 'xfl', when: 'coming', now });
      const second = await store.list({ communityId: 'xfl', when: 'coming', now, cursor: first.next });
      expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(meetings.map(({ id }) => id));
      expect(second.next).toBeUndefined();
      await expect(store.list({ communityId: 'other', when: 'coming', now, cursor: first.next })).rejects.toMatchObject(
        { code: 'request.invalid' },
      );
    });
  });

  test('从议题找得到会议，先召集的在前', async () => {
    const topicId = aTopicId();
    const [first, second] = [aMeeting({ topicIds: [topicId] }), aMeeting({ topicIds: [topicId] })];
    for (const meeting of [second, first]) await store.save(meeting, { topicIds: meeting.topicIds });
    expect(await store.idsOf(topicId)).toEqual([first.id, second.id]);
    expect(await store.idsOf(aTopicId())).toEqual([]);
    const refused = aMeeting({ topicIds: [topicId], revision: 3 });
    expect(await store.save(refused, { topicIds: [topicId] })).toBe(false);
    expect(await store.idsOf(topicId)).toHaveLength(2);
  });
};
