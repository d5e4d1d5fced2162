import { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, outside } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { type Crew, endsAt, makeCrew, startsAt } from './volunteering.builder.ts';

/** Volunteering through the front door. */
export const volunteeringCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Crew;
  beforeEach(async () => {
    service = await makeService();
    on = await makeCrew(service);
  });
  const codeNow = async (id: Parameters<Crew['code']>[0]) => (await on.code(id)).body.code;
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
  const whereIs = async (id: Parameters<Crew['get']>[0], person: Person) => (await on.get(id, person)).mine;

  describe('活动', () => {
    test('计划、发布、开始、结束、核完：每一步只在该走的时候走，同一步再来一次还是那样', async () => {
      const { li, zhang, liu } = on.cast;
      const { body: planned } = await on.make();
      expect(planned).toMatchObject({ state: 'planned', taken: 0, organiser: '幸福里居委会', version: 1 });
      expect((await on.get(planned.id, li)).state).toBeUndefined();
      expect((await on.make({}, li)).error.code).toBe('access.denied');
      expect((await on.make({}, zhang)).error.code).toBe('access.denied');
      expect((await on.step(planned, 'start')).error.code).toBe('activity.stepNotAllowed');

      const id = anActionId();
      const { body: published } = await on.step(planned, 'publish', id);
      expect(published).toMatchObject({ state: 'published', version: 2 });
      expect((await on.step(planned, 'publish', id)).body.version).toBe(2);
      expect((await on.step(published, 'callOff', id)).error.code).toBe('id.reused');
      expect((await on.step(planned, 'callOff')).error.code).toBe('activity.changed');
      expect((await on.get(published.id, li)).may).toEqual(['signUp']);
      expect((await on.step(published, 'start')).error.code).toBe('activity.stepNotAllowed');

      await service.moveTo('2026-11-21T00:00:00.000Z');
      const { body: running } = await on.step(published, 'start');
      const { body: finished } = await on.step(running, 'finish');
      expect((await on.step(finished, 'close')).body.state).toBe('confirmed');
      expect((await on.get(published.id, liu)).may).toEqual(['confirm', 'list']);
    });

    test.each([
      [{ startsAt: '2026-11-15T00:00:00.000Z' }, 'body.startsAt'],
      [{ endsAt: startsAt }, 'body.endsAt'],
      [{ endsAt: '2026-11-22T01:00:00.000Z' }, 'body.endsAt'],
      [{ places: 0 }, 'body.places'],
      [{ places: 1.5 }, 'body.places'],
      [{ places: 201 }, 'body.places'],
    ])('%j 不收', async (overrides, field) => {
      const { error } = await on.make(overrides);
      expect([error.code, error.details?.map((each) => each.field)]).toEqual(['request.invalid', [field]]);
    });

    test('发布的话里有不合适的，居委会会知道', async () => {
      const { body } = await on.make({ words: '待审的话' });
      expect(await service.toldOf(on.cast.liu, body.id)).toEqual([]);
      await on.step(body, 'publish');
      expect(await service.toldOf(on.cast.liu, body.id)).toEqual(['有公开的文字没有通过检查，请看一看']);
    });
  });

  describe('报名', () => {
    test('名额、候补、满了：各有一个最后的答复，再报一次还是那个', async () => {
      const { li, wang, zhao, sun } = on.cast;
      const { id } = await on.published({ places: 1, waitingPlaces: 2 });
      const signUp = anActionId();
      expect((await on.signUp(id, li, signUp)).body).toEqual({ standing: 'in', id: signUp });
      expect((await on.signUp(id, wang)).body).toMatchObject({ standing: 'waiting', position: 1 });
      expect((await on.signUp(id, zhao)).body).toMatchObject({ standing: 'waiting', position: 2 });
      expect((await on.signUp(id, sun)).error.code).toBe('activity.full');
      expect((await on.signUp(id, li)).body).toEqual({ standing: 'in', id: signUp });
      expect(await on.get(id)).toMatchObject({ taken: 1, waiting: 2, may: [] });
    });

    test('没登记的先登记；未成年人要有监护人', async () => {
      const { id } = await on.published();
      const zhou = await service.signIn('zhou');
      expect((await on.signUp(id, zhou)).error.code).toBe('volunteer.profileNeeded');
      expect((await on.register(zhou, '周小明', { isMinor: true })).error.code).toBe('volunteer.guardianNeeded');
      await on.register(zhou, '周小明', { isMinor: true, guardian: { name: '周大明', relation: '父亲' } });
      expect((await on.signUp(id, zhou)).body.standing).toBe('in');
      expect((await on.people(id))[0]).toMatchObject({
        name: '周小明',
        guardian: { name: '周大明', relation: '父亲' },
      });
    });

    test('有人退出，候补第一位马上有名额并收到通知；别人往前挪一位', async () => {
      const { li, wang, zhao } = on.cast;
      const { id } = await on.published({ places: 1 });
      const { body: own } = await on.signUp(id, li);
      await on.signUp(id, wang);
      await on.signUp(id, zhao);
      expect((await on.withdraw(id, li, own.id)).body.standing).toBe('withdrawn');
      expect(await whereIs(id, wang)).toMatchObject({ standing: 'in' });
      expect(await whereIs(id, zhao)).toMatchObject({ standing: 'waiting', position: 1 });
      expect(await service.toldOf(wang, id)).toEqual(['候补到名额了']);
      expect(await service.toldOf(zhao, id)).toEqual([]);
      // The answer was lost on the way: neither takes a later sign-up back, nor signs up anew.
      expect((await on.signUp(id, li, own.id)).body.standing).toBe('withdrawn');
      expect((await on.signUp(id, li)).body).toMatchObject({ standing: 'waiting', position: 2 });
      expect((await on.withdraw(id, li, own.id)).body).toMatchObject({ standing: 'waiting', position: 2 });
    });

    test('轮到的那一刻自己也退了：名额到再下一位', async () => {
      const { li, wang, zhao } = on.cast;
      const { id } = await on.published({ places: 1 });
      const own = (await on.signUp(id, li)).body.id;
      const next = (await on.signUp(id, wang)).body.id;
      await on.signUp(id, zhao);
      await Promise.all([on.withdraw(id, li, own), on.withdraw(id, wang, next)]);
      expect(await whereIs(id, zhao)).toMatchObject({ standing: 'in' });
      expect(await on.get(id)).toMatchObject({ taken: 1, waiting: 0 });
    });

    test('加名额，候补按顺序补上，都收到通知；减到坐不下不行', async () => {
      const { li, wang, zhao } = on.cast;
      const activity = await on.published({ places: 1 });
      for (const person of [li, wang, zhao]) await on.signUp(activity.id, person);
      const { body: grown } = await on.change(activity, { places: 3 });
      expect(grown).toMatchObject({ taken: 3, waiting: 0, changes: [{ words: '名额改为 3 个' }] });
      expect(await service.toldOf(zhao, activity.id)).toEqual(['活动有变', '候补到名额了']);
      expect((await on.change(grown, { places: 2 })).error.code).toBe('activity.placesTaken');
    });

    test('开始以后不能退，取消了不能报；报了名的都知道取消了', async () => {
      const { li, wang } = on.cast;
      const running = await on.running([li]);
      const own = (await on.get(running.id, li)).mine?.id ?? anActionId();
      expect((await on.withdraw(running.id, li, own)).error.code).toBe('activity.stepNotAllowed');
      await on.step(running, 'callOff');
      expect((await on.signUp(running.id, wang)).error.code).toBe('activity.stepNotAllowed');
      expect(await service.toldOf(li, running.id)).toEqual(['活动取消了']);
      expect((await on.withdraw(running.id, wang, own)).error.code).toBe('activity.noPlace');
    });

    test('一百人同时报二十个名额：正好二十个', async () => {
      const people = await on.many(100);
      const { id } = await on.published({ places: 20, waitingPlaces: 5 });
      const answers = await Promise.all(people.map((person) => on.signUp(id, person)));
      const many = (standing: string) => answers.filter(({ body }) => body.standing === standing).length;
      expect([many('in'), many('waiting')]).toEqual([20, 5]);
      expect(answers.filter(({ error }) => error.code === 'activity.full')).toHaveLength(75);
      expect(await on.get(id)).toMatchObject({ taken: 20, waiting: 5 });
    });

    test('我的活动：报过的都在，退出的写着退出', async () => {
      const { li } = on.cast;
      const [one, two] = [await on.published(), await on.published({ title: '另一个活动' })];
      const { body } = await on.signUp(one.id, li);
      await on.signUp(two.id, li);
      await on.withdraw(one.id, li, body.id);
      const mine = await service.call(volunteeringRoutes.listMyActivities, {
        token: li.token,
        params: { communityId: 'xfl' },
        query: {},
      });
      expect(mine.body.items.map(({ title, mine: own }) => [title, own?.standing])).toEqual([
        ['另一个活动', 'in'],
        ['周六清洁楼道', 'withdrawn'],
      ]);
    });
  });

  describe('签到签退', () => {
    test('现场的码签得到；再来一次还是第一次；签退在签到之后', async () => {
      const { li } = on.cast;
      const { id } = await on.running([li]);
      expect((await on.check(id, li, 'out', await codeNow(id))).error.code).toBe('activity.notCheckedIn');
      const came = await on.check(id, li, 'in', await codeNow(id));
      expect(came.body).toEqual({ at: '2026-11-21T00:00:00.000Z', how: 'code' });
      await service.moveTo(endsAt);
      expect((await on.check(id, li, 'in', '123456')).body).toEqual(came.body);
      expect((await on.check(id, li, 'out', await codeNow(id))).body.at).toBe(endsAt);
      expect((await on.get(id, li)).checkedOut?.at).toBe(endsAt);
    });

    test('别的活动的码、过期的码、没有名额的人、还没开始：都不行；错五次就停', async () => {
      const { li, wang, zhao } = on.cast;
      const one = await on.published({ places: 1 });
      await on.signUp(one.id, li);
      await on.signUp(one.id, wang);
      expect((await on.code(one.id)).error.code).toBe('activity.stepNotAllowed');
      const two = await on.running([zhao]);
      await on.step(one, 'start');
      const old = await codeNow(one.id);
      expect((await on.check(one.id, li, 'in', await codeNow(two.id))).error.code).toBe('activity.codeWrong');
      expect((await on.check(one.id, wang, 'in', old)).error.code).toBe('activity.noPlace');
      expect((await on.code(one.id, li)).error.code).toBe('access.denied');
      await service.moveTo('2026-11-21T00:01:00.000Z');
      expect((await on.check(one.id, li, 'in', old)).error.code).toBe('activity.codeWrong');
      const fresh = await codeNow(one.id);
      for (let count = 0; count < 3; count += 1) await on.check(one.id, li, 'in', wrong(fresh));
      expect((await on.check(one.id, li, 'in', fresh)).error.code).toBe('activity.tooManyTries');
      await service.moveTo('2026-11-21T00:06:00.000Z');
      expect((await on.check(one.id, li, 'in', await codeNow(one.id))).status).toBe(200);
    });

    test('离得远、待得太久、没签退、同时在两处：都标出来，给人看；只记多远，不记在哪里', async () => {
      const { li, wang, liu } = on.cast;
      const one = await on.running([li, wang], { places: 5 });
      const two = await on.running([li], { places: 5, title: '同一天的另一个' });
      await service.moveTo(startsAt);
      await on.check(one.id, li, 'in', await codeNow(one.id), { point: outside });
      await on.check(two.id, li, 'in', await codeNow(two.id));
      await on.check(one.id, wang, 'in', await codeNow(one.id), { point: one.point });
      await service.moveTo('2026-11-21T04:30:00.000Z');
      await on.check(one.id, wang, 'out', await codeNow(one.id));
      await on.step(one, 'finish');
      const flags = (await on.people(one.id)).map((each) => [each.name, each.flags.map(({ kind }) => kind)]);
      expect(flags).toEqual([
        ['李小华', ['twoPlaces', 'far', 'noCheckOut']],
        ['王大力', ['tooLong']],
      ]);
      const kept = await service.stores.volunteers.findParticipation({
        ...{ communityId: 'xfl', activityId: one.id, personId: li.personId },
      });
      expect(kept?.checks[0]?.metres).toBeGreaterThan(1000);
      expect(JSON.stringify(kept)).not.toContain('121.5');
      const flagged = await service.call(volunteeringStaffRoutes.listFlagged, {
        token: liu.token,
        params: { communityId: 'xfl' },
        query: {},
      });
      const waiting = flagged.body.items.map(({ name, activity }) => `${name} ${activity}`);
      expect(new Set(waiting.slice(0, 2))).toEqual(new Set(['李小华 周六清洁楼道', '李小华 同一天的另一个']));
      expect(waiting.slice(2)).toEqual(['王大力 周六清洁楼道']);
      expect(await service.toldOf(liu, one.id)).toContain('有一位的签到要核对');
    });

    test('工作人员补记、改正：后写的算，写过的都在；将来的时间不行', async () => {
      const { li } = on.cast;
      const { id } = await on.running([li]);
      await service.moveTo(endsAt);
      const action = anActionId();
      expect((await on.note(id, li, 'in', startsAt, action)).body.checkedIn).toMatchObject({
        at: startsAt,
        how: 'staff',
      });
      expect((await on.note(id, li, 'in', startsAt, action)).status).toBe(200);
      expect((await on.note(id, li, 'in', endsAt, action)).error.code).toBe('id.reused');
      expect((await on.note(id, li, 'out', '2026-11-21T00:30:00.000Z')).error.code).toBe('activity.notCheckedIn');
      await on.note(id, li, 'out', '2026-11-21T02:00:00.000Z');
      expect((await on.note(id, li, 'out', '2026-11-21T02:30:00.000Z')).body.measured).toBe(90);
      expect((await on.note(id, li, 'out', '2026-11-22T00:00:00.000Z')).error.code).toBe('activity.stepNotAllowed');
    });
  });

  describe('时长', () => {
    test('核实一次记一次账，重复不多记；本人收到通知', async () => {
      const { li } = on.cast;
      const { id } = await on.finished([li]);
      const action = anActionId();
      const first = await on.confirm(id, li, { words: '认真细致' }, action);
      expect(first.body.hours).toMatchObject({ minutes: 120, stars: 5, by: '幸福里居委会' });
      expect((await on.confirm(id, li, { words: '认真细致' }, action)).status).toBe(200);
      expect((await on.confirm(id, li, { words: '别的话' }, action)).error.code).toBe('id.reused');
      expect((await on.confirm(id, li)).error.code).toBe('hours.confirmed');
      expect(await on.minutesOf(li)).toBe(120);
      expect(await service.toldOf(li, id)).toEqual(['服务时长已核实']);
    });

    test('和签到签退不一样、有标记的，要写原因；没来的可以记 0', async () => {
      const { li, wang } = on.cast;
      const { id } = await on.finished([li]);
      expect((await on.confirm(id, li, { minutes: 90 })).error.code).toBe('hours.reasonNeeded');
      expect((await on.confirm(id, li, { minutes: 90, reason: '中途离开半小时' })).body.hours?.minutes).toBe(90);
      expect((await on.confirm(id, wang)).error.code).toBe('activity.noPlace');
      expect(await on.minutesOf(li)).toBe(90);
      expect((await on.confirm(id, li, { minutes: 721 })).error.code).toBe('request.invalid');
      expect((await on.confirm(id, li, { minutes: -1 })).error.code).toBe('request.invalid');
      expect((await on.confirm(id, li, { minutes: 1.5 })).error.code).toBe('request.invalid');
    });

    test('两位工作人员同时核实，只有一个算', async () => {
      const { li } = on.cast;
      const { id } = await on.finished([li]);
      const answers = await Promise.all([on.confirm(id, li), on.confirm(id, li)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      expect(await on.minutesOf(li)).toBe(120);
    });

    test('撤回是一笔反向的，可以重新核实；证明作废', async () => {
      const { li } = on.cast;
      const { id } = await on.finished([li]);
      await on.confirm(id, li);
      const { body: certificate } = await on.certify(li);
      const action = anActionId();
      expect((await on.undo(id, li, action)).body.hours).toBeUndefined();
      expect((await on.undo(id, li, action)).status).toBe(200);
      expect((await on.undo(id, li)).error.code).toBe('hours.notConfirmed');
      expect(await on.minutesOf(li)).toBe(0);
      expect((await on.verify(certificate.code)).body.revokedAt).toBe(endsAt);
      await on.confirm(id, li, { minutes: 100, reason: '按实际时间' });
      expect(await on.minutesOf(li)).toBe(100);
      expect(await service.toldOf(li, id)).toEqual(['服务时长已核实', '时长有更正', '服务时长已核实']);
      expect((await on.certify(li)).body).toMatchObject({ minutes: 100 });
    });

    test('流重复、迟到、只来后一条：账上都一样', async () => {
      const { li } = on.cast;
      const { id } = await on.finished([li]);
      await on.confirm(id, li);
      await on.undo(id, li);
      await on.confirm(id, li, { minutes: 60, reason: '按实际时间' });
      const at = { communityId: 'xfl', activityId: id, personId: li.personId };
      const kept = await service.stores.volunteers.findParticipation(at);
      const after = { pk: `xfl#${li.personId}#volunteer`, sk: `activity#${id}`, ...kept };
      for (const before of [undefined, { ...after, hours: [] }, { ...after, hours: kept?.hours.slice(0, 1) }]) {
        await service.followPoints({ before, after });
      }
      expect(await on.minutesOf(li)).toBe(60);
      expect(await service.toldOf(li, id)).toHaveLength(3);
    });
  });

  describe('记录和证明', () => {
    test('证明写着核实过的；任何人凭编号可查，名字只露一个字；编号错的查不到', async () => {
      const { li, wang } = on.cast;
      const { id } = await on.finished([li]);
      expect((await on.certify(li)).error.code).toBe('certificate.nothing');
      await on.confirm(id, li);
      const { body } = await on.certify(li);
      expect(body).toMatchObject({ name: '李小华', minutes: 120, from: '2026-11-21', until: '2026-11-21' });
      const shown = (await on.verify(body.code)).body;
      expect(shown).toMatchObject({ name: '李**', community: '幸福里社区', minutes: 120, code: body.code });
      expect(JSON.stringify(shown)).not.toContain(li.personId);
      expect((await on.certify(li, body.id)).body.code).toBe(body.code);
      expect((await on.verify('000000000000')).error.code).toBe('certificate.notFound');
      expect((await on.verify('123')).error.code).toBe('request.invalid');
      const listed = await service.call(volunteeringRoutes.listCertificates, {
        token: wang.token,
        params: { communityId: 'xfl' },
      });
      expect(listed.body.items).toEqual([]);
    });

    test('按条例五项导出；公式写成文字；工作人员看了要留痕', async () => {
      const { li, liu, zhang } = on.cast;
      const { id } = await on.finished([li], { title: '=1+1 的活动' });
      await on.confirm(id, li, { words: '很好, "热心"' });
      const params = { communityId: 'xfl', personId: li.personId };
      const enter = (person: Person, kind: 'training' | 'award', title: string, action = anActionId()) =>
        service.call(volunteeringStaffRoutes.addLearnt, {
          token: person.token,
          params,
          body: { id: action, kind, title, day: '2026-11-01' },
        });
      const action = anActionId();
      await enter(liu, 'training', '急救培训', action);
      expect((await enter(liu, 'training', '急救培训', action)).status).toBe(200);
      expect((await enter(liu, 'training', '别的培训', action)).error.code).toBe('id.reused');
      await enter(liu, 'award', '年度优秀志愿者');
      expect((await enter(li, 'award', '自己写的')).error.code).toBe('access.denied');
      const file = async (person: Person, path: string) => {
        const response = await service.fetch(path, { headers: { authorization: `Bearer ${person.token}` } });
        return { status: response.status, text: await response.text() };
      };
      const own = await file(li, '/v1/volunteering/xfl/record/file');
      for (const said of [
        '个人基本信息,,姓名,,,,,李小华',
        '志愿服务情况,2026-11-21,\'=1+1 的活动,3 栋门口,幸福里居委会,120,5 星,"很好, ""热心"""',
        '志愿服务情况,,累计,,,120,,',
        '培训情况,2026-11-01,急救培训,,幸福里居委会,,,',
        '表彰奖励情况,2026-11-01,年度优秀志愿者,,幸福里居委会,,,',
      ]) {
        expect(own.text).toContain(said);
      }
      const path = `/v1/staff/volunteering/xfl/volunteers/${li.personId}/file`;
      expect((await file(zhang, path)).status).toBe(403);
      expect((await file(liu, path)).text).toBe(own.text);
      const { items } = await service.stores.accessLog.list(li.personId, undefined);
      expect(items.map(({ who, what }) => [who, what])).toContainEqual(['幸福里居委会', 'volunteer']);
    });

    test('志愿者信息：改要跟着上一版；同一个编号换了内容不收', async () => {
      const { li } = on.cast;
      const id = anActionId();
      const second = await on.register(li, '李小花', { id, follows: 1 });
      expect(second.body).toMatchObject({ name: '李小花', version: 2 });
      expect((await on.register(li, '李小花', { id, follows: 1 })).body.version).toBe(2);
      expect((await on.register(li, '李大花', { id, follows: 1 })).error.code).toBe('id.reused');
      expect((await on.register(li, '李大花', { follows: 1 })).error.code).toBe('volunteer.changed');
    });
  });
};
