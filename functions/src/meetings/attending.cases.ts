import type { MeetingId } from '@suishoupai/shared/ids';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { type Assembly, doorsOpenAt, makeAssembly } from './meeting.builder.ts';

/** Who came: by the code in the room, online, on paper. */
export const attendingCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Assembly;
  beforeEach(async () => {
    service = await makeService();
    on = await makeAssembly(service);
  });
  const codeNow = async (meetingId: MeetingId) => (await on.code(meetingId)).body.code;
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
  const counts = async (meetingId: MeetingId) => (await on.get(meetingId)).attendance;

  describe('签到码', () => {
    test('会场里的六位数签得到；再来一次还是第一次的那条', async () => {
      const { id } = await on.inSession();
      const { li } = on.cast;
      const { code, until, attendance } = (await on.code(id)).body;
      expect({ until, attendance }).toEqual({ until: '2026-11-20T10:00:30.000Z', attendance: 0 });
      const signedIn = await on.attend(id, li, code);
      expect(signedIn.body).toEqual({ how: 'code', at: doorsOpenAt });
      await service.moveTo('2026-11-20T12:00:00.000Z');
      expect((await on.attend(id, li, '123456')).body).toEqual(signedIn.body);
      expect((await on.attend(id, li, 'online')).body).toEqual(signedIn.body);
      expect(await counts(id)).toEqual({ onSpot: 1, online: 0, paper: 0 });
      expect((await on.get(id, li)).mine).toEqual(signedIn.body);
      expect((await on.code(id)).body.attendance).toBe(1);
    });

    test('换码的那一刻：刚换下的一个还认，再早的不认', async () => {
      const { id } = await on.inSession();
      const { li, wang, zhang } = on.cast;
      const code = await codeNow(id);
      await service.moveTo('2026-11-20T10:00:29.999Z');
      expect(await codeNow(id)).toBe(code);
      await service.moveTo('2026-11-20T10:00:30.000Z');
      expect(await codeNow(id)).not.toBe(code);
      expect((await on.attend(id, li, code)).status).toBe(200);
      await service.moveTo('2026-11-20T10:00:59.999Z');
      expect((await on.attend(id, wang, code)).status).toBe(200);
      await service.moveTo('2026-11-20T10:01:00.000Z');
      expect((await on.attend(id, zhang, code)).error.code).toBe('meeting.codeWrong');
    });

    test('别的会的码不认', async () => {
      const [one, two] = [await on.inSession(), (await on.call()).body];
      await on.step(two, 'open');
      expect((await on.attend(two.id, on.cast.li, await codeNow(one.id))).error.code).toBe('meeting.codeWrong');
    });

    test('错五次以后，对的也不收；满五分钟再来。别人不受影响', async () => {
      const { id } = await on.inSession();
      const { li, wang } = on.cast;
      const code = await codeNow(id);
      for (let count = 0; count < 5; count += 1) {
        expect((await on.attend(id, li, wrong(code))).error.code).toBe('meeting.codeWrong');
      }
      const locked = await on.attend(id, li, code);
      expect([locked.status, locked.error.code]).toEqual([429, 'meeting.tooManyTries']);
      expect((await on.attend(id, wang, code)).status).toBe(200);
      await service.moveTo('2026-11-20T10:05:00.000Z');
      expect((await on.attend(id, li, await codeNow(id))).status).toBe(200);
      expect(await counts(id)).toEqual({ onSpot: 2, online: 0, paper: 0 });
    });

    test('一口气试二十个，也只看五个', async () => {
      const { id } = await on.inSession();
      const code = await codeNow(id);
      const answers = await Promise.all(Array.from({ length: 20 }, () => on.attend(id, on.cast.li, wrong(code))));
      expect(answers.filter(({ error }) => error.code === 'meeting.codeWrong')).toHaveLength(5);
    });

    test('码只给社区的人看，且只在签到的时候', async () => {
      const { body } = await on.call();
      expect((await on.code(body.id)).error.code).toBe('meeting.stepNotAllowed');
      const { id } = await on.inSession();
      expect((await on.code(id, on.cast.zhang)).error.code).toBe('access.denied');
      expect((await on.code(id, on.cast.li)).error.code).toBe('access.denied');
    });

    test.each(['12345', '1234567', '12345a', '１２３４５６'])('%s 不是六位数字，不收，也不算一次', async (given) => {
      const { id } = await on.inSession();
      expect((await on.attend(id, on.cast.li, given)).error.code).toBe('request.invalid');
    });
  });

  test('线上：会议说了怎么线上参加才能线上签到', async () => {
    const { id } = await on.inSession();
    expect((await on.attend(id, on.cast.li, 'online')).body.how).toBe('online');
    expect(await counts(id)).toEqual({ onSpot: 0, online: 1, paper: 0 });
    const { body } = await on.call({ startsAt: '2026-11-20T10:30:00.000Z', online: undefined });
    await on.step(body, 'open');
    expect((await on.attend(body.id, on.cast.li, 'online')).error.code).toBe('meeting.stepNotAllowed');
  });

  test('两部手机同时签，只有一条，两边看到的一样', async () => {
    const { id } = await on.inSession();
    const code = await codeNow(id);
    const [one, two] = await Promise.all([on.attend(id, on.cast.li, code), on.attend(id, on.cast.li, 'online')]);
    expect(one.body).toEqual(two.body);
    const { onSpot, online } = await counts(id);
    expect(onSpot + online).toBe(1);
  });

  test('正签着到，会议取消：答应了的都在，之后的都不收', async () => {
    const meeting = await on.inSession();
    const code = await codeNow(meeting.id);
    const people = await Promise.all(Array.from({ length: 8 }, (_, i) => service.signIn(`neighbour-${i}`)));
    const arrive = (person: Person) => on.attend(meeting.id, person, code);
    const [cancelled, ...answers] = await Promise.all([on.step(meeting, 'cancel'), ...people.map(arrive)]);
    expect(cancelled.body.state).toBe('cancelled');
    const welcomed = answers.filter(({ status }) => status === 200).length;
    const refused = answers.filter(({ error }) => error.code === 'meeting.stepNotAllowed').length;
    expect(welcomed + refused).toBe(people.length);
    const { onSpot } = await service.stores.attendance.count(meeting.id);
    expect(onSpot).toBe(welcomed);
    expect((await on.attend(meeting.id, on.cast.li, code)).error.code).toBe('meeting.stepNotAllowed');
  });

  test('法定人数：差一个不够，到了就够', async () => {
    const quorum = { expected: 4, numerator: 1, denominator: 2, kind: 'moreThan', source: '议事规则' } as const;
    const { id } = await on.inSession({ quorum });
    await on.attend(id, on.cast.li, 'online');
    await on.listOnPaper(id, '周奶奶');
    expect((await on.get(id)).quorum).toMatchObject({ needed: 3, isMet: false });
    await on.attend(id, on.cast.wang, await codeNow(id));
    expect((await on.get(id)).quorum).toMatchObject({ needed: 3, isMet: true });
  });

  describe('纸质登记', () => {
    const read = (meetingId: MeetingId, person: Person) =>
      service.call(meetingRoutes.listPaperAttendees, { token: person.token, params: { meetingId } });

    test('名字、住处和两位见证人，只有社区的人看得到，看一次记一次', async () => {
      const { id } = await on.inSession();
      const { liu, zhao, zhang, li } = on.cast;
      await on.listOnPaper(id, '周奶奶');
      expect(JSON.stringify(await on.get(id, liu))).not.toContain('周奶奶');
      expect((await read(id, liu)).body.items).toMatchObject([
        { name: '周奶奶', household: '3 栋 502', witnesses: ['钱一', '孙二'] },
      ]);
      expect((await read(id, zhao)).status).toBe(200);
      for (const person of [zhang, li]) expect((await read(id, person)).error.code).toBe('access.denied');
      const { items } = await service.stores.accessLog.list(id, undefined);
      expect(items.map(({ who, what }) => ({ who, what })).toSorted((a, b) => (a.who < b.who ? -1 : 1))).toEqual([
        { who: '幸福里居委会', what: 'attendance' },
        { who: '长宁街道', what: 'attendance' },
      ]);
    });

    test('再交一次只有一个；同一编号换了人，拒绝；少一位见证人，不收', async () => {
      const { id } = await on.inSession();
      const actionId = anActionId();
      const answers = await Promise.all([
        on.listOnPaper(id, '周奶奶', actionId),
        on.listOnPaper(id, '周奶奶', actionId),
      ]);
      expect(answers.map(({ body }) => body.how)).toEqual(['paper', 'paper']);
      expect((await on.listOnPaper(id, '吴爷爷', actionId)).error.code).toBe('id.reused');
      expect(await counts(id)).toEqual({ onSpot: 0, online: 0, paper: 1 });
      const response = await service.fetch(`/v1/meetings/${id}/attendance/paper`, {
        method: 'POST',
        headers: { authorization: `Bearer ${on.cast.liu.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ id: anActionId(), name: '周奶奶', household: '3 栋', witnesses: ['钱一'] }),
      });
      expect(response.status).toBe(400);
    });

    test('散会后照着签到表补得上，签过字就不能再补；会前不能登记', async () => {
      const { body } = await on.call();
      expect((await on.listOnPaper(body.id, '周奶奶')).error.code).toBe('meeting.stepNotAllowed');
      const { meeting } = await on.signed();
      expect((await on.listOnPaper(meeting.id, '周奶奶')).error.code).toBe('meeting.stepNotAllowed');
      const ended = await on.ended({ startsAt: '2026-11-20T13:30:00.000Z', endsAt: '2026-11-20T14:00:00.000Z' });
      expect((await on.listOnPaper(ended.id, '周奶奶')).status).toBe(200);
    });
  });
};
