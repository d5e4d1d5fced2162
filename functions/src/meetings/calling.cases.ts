import { newMeetingId } from '@suishoupai/shared/ids';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, tail } from '../../test/builders.ts';
import type { Service } from '../../test/service.ts';
import { aTopicId } from '../topics/topic.builder.ts';
import { type Assembly, aMeetingId, doorsOpenAt, endsAt, makeAssembly, startsAt } from './meeting.builder.ts';
import { makeTopicMeetings } from './signed.ts';

/** Calling a meeting, changing its notice, its course, and where it is found. */
export const callingCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Assembly;
  beforeEach(async () => {
    service = await makeService();
    on = await makeAssembly(service);
  });
  const list = async (when?: 'coming' | 'past') =>
    (
      await service.call(meetingRoutes.listMeetings, { query: { communityId: 'xfl', ...(when && { when }) } })
    ).body.items.map(({ id, state }) => ({ id, state }));

  describe('召集', () => {
    test('通知立刻公布，人人看得到；公告天数按日历', async () => {
      const quorum = {
        expected: 21,
        numerator: 1,
        denominator: 2,
        kind: 'moreThan',
        source: '议事规则第 5 条',
      } as const;
      const { status, body } = await on.call({ quorum });
      expect(status).toBe(200);
      expect(await on.get(body.id)).toMatchObject({
        state: 'announced',
        noticeDays: 4,
        quorum: { ...quorum, needed: 11, isMet: false },
        attendance: { onSpot: 0, online: 0, paper: 0 },
        versions: 0,
        changes: [],
        may: [],
      });
      expect(body.may).toEqual(['change', 'cancel']);
      expect(await list()).toEqual([{ id: body.id, state: 'announced' }]);
      expect(JSON.stringify(body)).not.toContain('codeSecret');
    });

    test('居委会和街道能召集，物业和居民不能，别的社区的也不能', async () => {
      const { zhao, zhang, li, liu } = on.cast;
      expect((await on.call({}, zhao)).status).toBe(200);
      expect((await on.call({}, zhang)).error.code).toBe('access.denied');
      expect((await on.call({}, li)).error.code).toBe('access.denied');
      expect((await on.call({ id: newMeetingId('other', tail()) }, liu)).error.code).toBe('access.denied');
      expect((await on.call({ id: newMeetingId('other', tail()) }, zhao)).error.code).toBe('community.notFound');
    });

    test('再交一次是同一次会议；同一编号换了内容，拒绝', async () => {
      const id = aMeetingId();
      const [first, again] = await Promise.all([on.call({ id }), on.call({ id })]);
      expect(again.body).toEqual(first.body);
      await service.moveTo('2026-11-21T02:00:00.000Z');
      expect((await on.call({ id })).body.id).toBe(id);
      expect((await on.call({ id, place: '党群中心' })).error.code).toBe('id.reused');
      expect((await on.get(id)).place).toBe('居委会二楼会议室');
    });

    test.each([
      ['开始时间已过', { startsAt: '2026-11-16T02:00:00.000Z' }, 'body.startsAt'],
      ['结束不晚于开始', { endsAt: startsAt }, 'body.endsAt'],
      ['超过十二小时', { endsAt: '2026-11-20T23:00:00.001Z' }, 'body.endsAt'],
      ['没有议程', { agenda: [] }, 'body.agenda'],
      [
        '到会要求超过全体',
        { quorum: { expected: 9, numerator: 1, denominator: 1, kind: 'moreThan' as const, source: '章程' } },
        'body.quorum.numerator',
      ],
    ])('%s，指出是哪一项，什么也不写', async (_, overrides, field) => {
      const { status, error } = await on.call(overrides);
      expect(status).toBe(400);
      expect(error.details?.map((detail) => detail.field)).toContain(field);
      expect(await list()).toEqual([]);
    });

    test('议题要是本社区的；写在议程里的议题就是会议的议题', async () => {
      const topicId = await on.topic();
      expect((await on.call({ topicIds: [aTopicId()] })).error.code).toBe('topic.notFound');
      expect((await on.call({ topicIds: [aTopicId('other')] })).error.code).toBe('topic.notFound');
      expect(await list()).toEqual([]);
      const { body } = await on.call({ agenda: [{ title: '方案说明', minutes: 30, topicId }] });
      expect(body.topics).toEqual([{ id: topicId, title: '3 栋加装电梯' }]);
    });
  });

  describe('变更', () => {
    test('改了什么，公布一句；改地点不动公告天数，改时间重新算', async () => {
      const { body } = await on.call();
      await service.moveTo('2026-11-18T02:00:00.000Z');
      const moved = (await on.change(body, { place: '党群中心一楼' })).body;
      expect(moved).toMatchObject({ noticeDays: 4, version: 2, place: '党群中心一楼' });
      const later = { startsAt: '2026-11-21T11:00:00.000Z', endsAt: '2026-11-21T13:00:00.000Z' };
      const put = (await on.change(moved, { place: '党群中心一楼', ...later })).body;
      expect(put).toMatchObject({ noticeDays: 3, ...later });
      expect((await on.get(body.id)).changes).toEqual([
        { at: '2026-11-18T02:00:00.000Z', words: '地点改为党群中心一楼' },
        { at: '2026-11-18T02:00:00.000Z', words: '时间改为11月21日 19:00至11月21日 21:00' },
      ]);
    });

    test('再交一次只改一次；看着旧的一版改，请先看新的；什么也没变，就没有变', async () => {
      const { body } = await on.call();
      const id = anActionId();
      const first = await on.change(body, { id, place: '党群中心' });
      expect((await on.change(body, { id, place: '党群中心' })).body.changes).toEqual(first.body.changes);
      expect((await on.change(body, { id, place: '小花园' })).error.code).toBe('id.reused');
      expect((await on.change(body, { place: '小花园' })).error.code).toBe('meeting.changed');
      expect((await on.change(first.body, { place: '党群中心' })).body).toMatchObject({ version: 2 });
    });

    test('两个人同时改，一个改成，另一个请先看', async () => {
      const { body } = await on.call();
      const answers = await Promise.all([
        on.change(body, { place: '党群中心' }),
        on.change(body, { place: '小花园' }, on.cast.ma),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect((await on.get(body.id)).changes).toHaveLength(1);
    });

    test('开始签到以后不能再改；外人不能改', async () => {
      const meeting = await on.inSession();
      expect((await on.change(meeting, { place: '小花园' })).error.code).toBe('meeting.stepNotAllowed');
      expect((await on.change(meeting, { place: '小花园' }, on.cast.zhang)).error.code).toBe('access.denied');
    });

    test('去掉的议题不再有这次会议', async () => {
      const [kept, dropped] = [await on.topic('加装电梯'), await on.topic('停车位')];
      const { body } = await on.call({ topicIds: [kept, dropped] });
      const { meetingsOf } = makeTopicMeetings(service.stores.meetings);
      expect(await meetingsOf(dropped)).toHaveLength(1);
      const added = await on.topic('飞线充电');
      await on.change(body, { topicIds: [kept, added] });
      expect([await meetingsOf(kept), await meetingsOf(dropped), await meetingsOf(added)]).toMatchObject([
        [{ id: body.id, isSigned: false, hasResolution: false }],
        [],
        [{ id: body.id }],
      ]);
    });
  });

  describe('进程', () => {
    test('提前 60 分钟才能开始签到；结束后不能再签', async () => {
      const { body } = await on.call();
      await service.moveTo('2026-11-20T09:59:59.999Z');
      expect((await on.step(body, 'open')).error.code).toBe('meeting.stepNotAllowed');
      await service.moveTo(doorsOpenAt);
      expect((await on.get(body.id, on.cast.liu)).may).toEqual(['change', 'open', 'cancel']);
      const open = (await on.step(body, 'open')).body;
      expect(open).toMatchObject({ state: 'inSession', version: 2 });
      expect(open.may).toEqual(['signIn', 'list', 'end', 'cancel', 'write']);
      await service.moveTo(endsAt);
      const ended = (await on.step(open, 'end')).body;
      expect(ended).toMatchObject({ state: 'ended', may: ['list', 'write'] });
      expect((await on.attend(body.id, on.cast.li, 'online')).error.code).toBe('meeting.stepNotAllowed');
      expect(await list('past')).toEqual([]);
      await service.moveTo('2026-11-20T13:00:00.001Z');
      expect(await list('past')).toEqual([{ id: body.id, state: 'ended' }]);
    });

    test('取消写明原因，人人看得到；取消了的什么也不能再做', async () => {
      const { body } = await on.call();
      const { body: cancelled } = await on.step(body, 'cancel');
      expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: '台风来了', may: [] });
      expect((await on.step(cancelled, 'open')).error.code).toBe('meeting.stepNotAllowed');
      expect((await on.change(cancelled, { place: '小花园' })).error.code).toBe('meeting.stepNotAllowed');
      expect(await list()).toEqual([{ id: body.id, state: 'cancelled' }]);
    });

    test('同一步再交一次，只走一次；两个人同时走，一个走成', async () => {
      const { body } = await on.call();
      await service.moveTo(doorsOpenAt);
      const id = anActionId();
      const twice = await Promise.all([on.step(body, 'open', { id }), on.step(body, 'open', { id })]);
      expect(twice.map((answer) => answer.body.version)).toEqual([2, 2]);
      expect((await on.step(body, 'cancel', { id })).error.code).toBe('id.reused');
      const open = twice[0].body;
      const answers = await Promise.all([on.step(open, 'end'), on.step(open, 'cancel', {}, on.cast.ma)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.error.code).toBe('meeting.changed');
    });

    test('没有的会议没有', async () => {
      const params = { meetingId: aMeetingId() };
      expect((await service.call(meetingRoutes.getMeeting, { params })).error.code).toBe('meeting.notFound');
      expect((await on.step({ id: params.meetingId, version: 1 }, 'open')).error.code).toBe('meeting.notFound');
      expect((await on.code(params.meetingId)).error.code).toBe('meeting.notFound');
    });
  });

  describe('日历文件', () => {
    const linesOf = async (meetingId: string) => {
      const response = await service.fetch(`/v1/meetings/${meetingId}/calendar`);
      expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      const text = await response.text();
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      return text.replaceAll('\r\n ', '').split('\r\n');
    };

    test('UTC 的时间，固定的编号；改一次序号加一，取消标明取消', async () => {
      const { body } = await on.call({ title: '听证会：电梯, 费用; 采光', place: '居委会\\二楼' });
      const first = await linesOf(body.id);
      expect(first).toEqual(
        expect.arrayContaining([
          `UID:${body.id}@suishoupai`,
          'SEQUENCE:1',
          'DTSTAMP:20261116T020000Z',
          'DTSTART:20261120T110000Z',
          'DTEND:20261120T130000Z',
          'SUMMARY:听证会：电梯\\, 费用\\; 采光',
          'LOCATION:居委会\\\\二楼',
          'STATUS:CONFIRMED',
          'METHOD:PUBLISH',
        ]),
      );
      expect(await linesOf(body.id)).toEqual(first);
      const { body: cancelled } = await on.step(body, 'cancel');
      expect(await linesOf(cancelled.id)).toEqual(
        expect.arrayContaining([`UID:${body.id}@suishoupai`, 'SEQUENCE:2', 'STATUS:CANCELLED', 'METHOD:CANCEL']),
      );
    });
  });
};
