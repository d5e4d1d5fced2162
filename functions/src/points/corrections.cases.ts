import type { RouteInput } from '@suishoupai/shared/contract/route';
import { pointsRoutes, pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import { expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import { community, type Person, type Service } from '../../test/service.ts';
import { makeLedger } from './ledger.ts';
import { aTransfer } from './points.builder.ts';

const params = { communityId: 'xfl' };
type Body = RouteInput<typeof pointsStaffRoutes.correct>['body'];

/** How the staff put a book right, through the front door. */
export const correctionCases = (make: () => Promise<Service>) => {
  const begin = async () => {
    const service = await make();
    const li = await service.signIn('li');
    const liu = await service.signIn('liu', community);
    const he = await service.signIn('he', { ...community, label: '何干事' });
    const { transfer } = makeLedger(service.stores.ledger);
    const wrong = aTransfer({ credit: li.personId, amount: 50 });
    await transfer(wrong);
    const booksOf = async () => (await service.call(pointsRoutes.getBooks, { token: li.token, params })).body;
    const { body: first } = await service.call(pointsRoutes.getPoints, { token: li.token, params });
    const correct = (given: Partial<Body> = {}, by: Person = liu) =>
      service.call(pointsStaffRoutes.correct, {
        token: by.token,
        params,
        body: {
          ...{ id: anActionId(), code: first.book, unit: 'points', direction: 'give' },
          ...{ amount: 20, reason: '活动签到漏记', ...given },
        } as Body,
      });
    const decide = (correctionId: Body['id'], by: Person, isAgreed = true, id = anActionId()) =>
      service.call(pointsStaffRoutes.decideCorrection, {
        token: by.token,
        params: { ...params, correctionId },
        body: isAgreed ? { id, decision: 'agree' } : { id, decision: 'refuse', reason: '查无此事' },
      });
    return { service, li, liu, he, wrong, booksOf, correct, decide, code: first.book };
  };

  test('按账号找得到账，看过要留痕；编出来的账号没有', async () => {
    const { service, liu, li, code } = await begin();
    const find = (of: string) =>
      service.call(pointsStaffRoutes.findBook, { token: liu.token, params, query: { code: of } });
    const { body } = await find(code);
    expect(body).toMatchObject({ book: code, points: { posted: 50 }, lines: [{ moved: 50 }] });
    expect(JSON.stringify(body)).not.toContain(li.personId);
    const looks = await service.stores.accessLog.list(li.personId, undefined);
    expect(looks.items).toMatchObject([{ what: 'points', who: community.label }]);
    expect((await find('0000-0000-0000')).error.code).toBe('book.notFound');
    const resident = await service.call(pointsStaffRoutes.findBook, { token: li.token, params, query: { code } });
    expect(resident.error.code).toBe('access.denied');
  });

  test('限额以内一个人就能改，再来一次还是一笔；居民看得到原因和是谁改的', async () => {
    const { service, li, correct, booksOf } = await begin();
    const id = anActionId();
    const answers = await Promise.all([correct({ id }), correct({ id }), correct({ id })]);
    for (const { body } of answers) expect(body).toMatchObject({ id, state: 'done', mayDecide: false });
    expect((await booksOf()).points.posted).toBe(70);
    expect((await correct({ id, amount: 21 })).error.code).toBe('id.reused');
    const { body } = await service.call(pointsRoutes.listLines, { token: li.token, params, query: { unit: 'points' } });
    expect(body.items.find(({ cause }) => cause.kind === 'correction')).toMatchObject({
      ...{ moved: 20, reason: '活动签到漏记', by: community.label },
    });
  });

  test('收回一笔：只能一次，不能多于那一笔，收不成负数', async () => {
    const { wrong, correct, booksOf } = await begin();
    const back = { direction: 'take', undoes: wrong.id, amount: 50 } as const;
    expect((await correct({ ...back, amount: 51 })).error.code).toBe('transfer.refused');
    const answers = await Promise.all([correct(back), correct(back)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await booksOf()).points.posted).toBe(0);
    const tooMuch = await correct({ direction: 'take', amount: 1 });
    expect(tooMuch.error).toMatchObject({ code: 'transfer.refused', details: [{ rule: 'refused' }] });
  });

  test('超过限额要另一位同事确认：自己不行，两个人抢着确认也只动一次', async () => {
    const { liu, he, correct, decide, booksOf } = await begin();
    const asked = await correct({ amount: 201 });
    expect(asked.body).toMatchObject({ state: 'waiting', mayDecide: false, until: '2026-11-23T02:00:00.000Z' });
    expect((await booksOf()).points.posted).toBe(50);
    expect((await decide(asked.body.id, liu)).error.code).toBe('correction.own');
    const act = anActionId();
    const answers = await Promise.all([decide(asked.body.id, he, true, act), decide(asked.body.id, he, true, act)]);
    for (const { body } of answers) expect(body).toMatchObject({ state: 'done', decided: { by: '何干事' } });
    expect((await booksOf()).points.posted).toBe(251);
    expect((await decide(asked.body.id, he)).error.code).toBe('correction.over');
  });

  test('不同意就不动；一边同意一边不同意，只有一个算数', async () => {
    const { service, he, correct, decide, booksOf } = await begin();
    const third = await service.signIn('third', { ...community, label: '第三位' });
    const [one, two] = [await correct({ amount: 300 }), await correct({ amount: 300 })];
    expect((await decide(one.body.id, he, false)).body).toMatchObject({
      state: 'refused',
      decided: { reason: '查无此事' },
    });
    expect((await booksOf()).points.posted).toBe(50);
    const answers = await Promise.all([decide(two.body.id, he), decide(two.body.id, third, false)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const isAgreed = answers[0].status === 200;
    expect((await booksOf()).points.posted).toBe(isAgreed ? 350 : 50);
  });

  test('两位同事同时同意：算一位的；没写进去就不说写进去了', async () => {
    const { service, he, correct, decide, booksOf } = await begin();
    const third = await service.signIn('third', { ...community, label: '第三位' });
    const { corrections } = service.stores;
    const { keep } = corrections;
    let isHeld = true;
    corrections.keep = async (record, isNew) => {
      if (!isHeld) return keep(record, isNew);
      isHeld = false;
      return false;
    };
    const asked = await correct({ amount: 300 });
    expect((await corrections.find({ ...params, id: asked.body.id }))?.state).toBe('waiting');
    const answers = await Promise.all([decide(asked.body.id, he), decide(asked.body.id, third)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect((await booksOf()).points.posted).toBe(350);
  });

  test('七天没人确认就作废，之后再确认也不动', async () => {
    const { service, liu, he, correct, decide, booksOf } = await begin();
    const { body } = await correct({ amount: 300 });
    await service.moveTo('2026-11-23T02:00:00.000Z');
    expect((await decide(body.id, he)).error.code).toBe('correction.over');
    await service.sweepPoints(service.now());
    await service.sweepPoints(service.now());
    const listed = await service.call(pointsStaffRoutes.listCorrections, { token: liu.token, params, query: {} });
    expect(listed.body.items).toMatchObject([{ id: body.id, state: 'lapsed', mayDecide: false }]);
    expect((await booksOf()).points.posted).toBe(50);
  });

  test('等确认的告诉别的同事，不告诉提出的人；记上了告诉本人和提出的人，再来一次还是一条', async () => {
    const { service, li, liu, he, correct, decide } = await begin();
    const { body } = await correct({ amount: 300, reason: '到会签到漏记' });
    const told = async (person: Person) => service.toldOf(person, 'xfl');
    expect(await Promise.all([li, liu, he].map(told))).toEqual([[], [], ['一笔更正等另一位同事确认']]);
    const id = anActionId();
    await decide(body.id, he, true, id);
    await decide(body.id, he, true, id);
    expect(await told(li)).toEqual(['您的积分更正了：补记 300 分']);
    expect(await told(liu)).toEqual(['何干事同意了，已记上']);
    const [notice] = (await service.stores.notices.list(li.personId, undefined)).items;
    expect(notice?.text).toBe('到会签到漏记（幸福里居委会提出、何干事确认）');
    expect(await told(he)).toHaveLength(1);
  });

  test('一个人就行的，只告诉本人；没同意、没人确认的，告诉提出的人', async () => {
    const { service, li, liu, he, correct, decide } = await begin();
    await correct({ direction: 'take', amount: 5 });
    expect(await service.toldOf(li, 'xfl')).toEqual(['您的积分更正了：收回 5 分']);
    expect(await service.toldOf(he, 'xfl')).toEqual([]);
    await decide((await correct({ amount: 300 })).body.id, he, false);
    await correct({ amount: 400 });
    await service.moveTo('2026-11-23T02:00:00.000Z');
    await service.sweepPoints(service.now());
    expect(await service.toldOf(liu, 'xfl')).toEqual(['何干事没有同意这笔更正', '七天没人确认，这笔更正作废了']);
    expect(await service.toldOf(li, 'xfl')).toHaveLength(1);
  });

  test('自己的账自己不能改；金额不对的不收', async () => {
    const { service, liu, correct } = await begin();
    await makeLedger(service.stores.ledger).transfer(aTransfer({ credit: liu.personId }));
    const { body: own } = await service.call(pointsRoutes.getPoints, { token: liu.token, params });
    expect((await correct({ code: own.book })).error.code).toBe('access.denied');
    for (const amount of [0, -1, 1.5, 2 ** 53]) expect((await correct({ amount })).status).toBe(400);
    expect((await correct({ unit: 'coins' as 'points' })).status).toBe(400);
  });
};
