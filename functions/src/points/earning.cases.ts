import { fieldworkRoutes } from '@suishoupai/shared/fieldwork/contract';
import { pointsRoutes, pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import { describe, expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import { makeJourney } from '../../test/journey.ts';
import { community, grid01, type Person, type Service } from '../../test/service.ts';
import { aPatrolId } from '../fieldwork/fieldwork.builder.ts';
import { makeAssembly } from '../meetings/meeting.builder.ts';
import { against, aHall, anOpenVote, cast, close, closesAt } from '../votes/votes.builder.ts';

const params = { communityId: 'xfl' };

/** What earns beside a report, through the front door and the stream. */
export const earningCases = (make: () => Promise<Service>) => {
  const linesOf = async (service: Service, { token }: Person) => {
    const { body } = await service.call(pointsRoutes.listLines, { token, params, query: { unit: 'points' } });
    return body.items.map(({ moved, cause, at }) => ({ moved, kind: cause.kind, id: cause.id, at }));
  };

  test('同感的邻居来看过修没修好，得分；同一次办结只算一次，报的人给自己打分不算', async () => {
    const service = await make();
    const on = await makeJourney(service);
    const { li, wang } = on.cast;
    const resolved = await on.resolved();
    await on.join(wang, resolved.id);
    const closed = await on.take(li, 'confirm', resolved);
    const rated = await on.take(wang, 'rate', closed, { stars: 4 });
    const both = await on.take(li, 'rate', rated, { stars: 5 });
    await service.follow(await on.stored(closed.id), 0);
    expect(await linesOf(service, wang)).toMatchObject([{ moved: 2, kind: 'check', id: closed.id }]);
    expect(await linesOf(service, li)).toMatchObject([{ moved: 10, kind: 'report' }]);
    await on.take(wang, 'reopen', both);
    await service.follow(await on.stored(closed.id), 0);
    expect(await linesOf(service, wang)).toHaveLength(1);
    expect((await linesOf(service, li)).map(({ moved }) => moved)).toEqual([-10, 10]);
  });

  test('到会签到得分，一次；签在先的那次为准', async () => {
    const service = await make();
    const on = await makeAssembly(service);
    const { id } = await on.inSession();
    const { li } = on.cast;
    const { code } = (await on.code(id)).body;
    await on.attend(id, li, code);
    await on.attend(id, li, 'online');
    expect(await linesOf(service, li)).toMatchObject([{ moved: 5, kind: 'meeting', id }]);
  });

  test('巡查清单都查完才得分，查过的人一人一次', async () => {
    const service = await make();
    const worker = await service.signIn('worker', grid01);
    const staff = await service.signIn('staff', community);
    const items = ['a', 'b'].map((id) => ({ id, text: '路灯亮不亮' }));
    const { body: patrol } = await service.call(fieldworkRoutes.makePatrol, {
      token: staff.token,
      body: { id: aPatrolId(), communityId: 'xfl', gridId: 'grd_01', day: '2026-11-16', items },
    });
    const check = (item: string) =>
      service.call(fieldworkRoutes.checkPatrolItem, {
        token: worker.token,
        params: { patrolId: patrol.id },
        body: { id: anActionId(), item, outcome: 'fine' },
      });
    expect((await check('a')).status).toBe(200);
    expect(await linesOf(service, worker)).toEqual([]);
    await check('b');
    await check('b');
    expect(await linesOf(service, worker)).toMatchObject([{ moved: 5, kind: 'inspection', id: patrol.id }]);
  });

  test('参加表决得分：改过几次、投什么都一样；计票以后一起记，时间都是截止那一刻', async () => {
    const service = await make();
    const hall = await aHall(service);
    const [wang, chen, zhou] = [
      await hall.owner('wang', '1-1-101'),
      await hall.owner('chen', '2-1-101'),
      await hall.owner('zhou', '2-1-102'),
    ];
    const vote = await anOpenVote(hall, { takesPaper: false });
    await cast(hall, vote.id, wang);
    await cast(hall, vote.id, wang, { choice: against });
    await hall.moveTo('2026-12-05T02:00:00.000Z');
    await cast(hall, vote.id, chen);
    expect(await linesOf(service, wang)).toEqual([]);
    await close(hall, vote.id);
    await hall.sweepVotes(hall.now());
    const line = { moved: 5, kind: 'vote', id: vote.id, at: closesAt };
    expect(await linesOf(service, wang)).toEqual([line]);
    expect(await linesOf(service, chen)).toEqual([line]);
    expect(await linesOf(service, zhou)).toEqual([]);
  });

  describe('规则', () => {
    const publish = (service: Service, { token }: Person, given: object = {}) =>
      service.call(pointsStaffRoutes.publishRule, {
        token,
        params,
        body: {
          ...{ id: anActionId(), rule: 'report' as const, from: '2026-11-20' },
          ...{ amount: 6, perDay: 12, perMonth: 60, ...given },
        },
      });

    test('社区公布新的一版：从那天起按新的给，以前的事按以前的给；居民看得到日期和每一版', async () => {
      const service = await make();
      const on = await makeJourney(service);
      const { li, liu } = on.cast;
      const first = await on.closed();
      const published = await publish(service, liu);
      expect(published.body.items.find(({ id }) => id === 'report')).toMatchObject({
        version: 1,
        amount: 10,
        coming: [{ version: 2, from: '2026-11-20', amount: 6 }],
      });
      const { body } = await service.call(pointsRoutes.listRules, { params });
      expect(body.versions[0]).toMatchObject({ id: 'report', version: 2, by: community.label });
      await service.moveTo('2026-11-20T02:00:00.000Z');
      await service.follow(await on.stored(first.id), 0);
      expect((await linesOf(service, li)).map(({ moved }) => moved)).toEqual([10]);
      await on.closed();
      expect((await linesOf(service, li)).map(({ moved }) => moved)).toEqual([6, 10]);
      const { body: mine } = await service.call(pointsRoutes.getPoints, { token: li.token, params });
      expect(mine.rules[0]).toMatchObject({ id: 'report', version: 2, used: { inDay: 6, inMonth: 16 } });
    });

    test('同一个请求来两次是一版；两个人同时公布是两版；今天的、倒着的上限都不收；居民不能公布', async () => {
      const service = await make();
      const liu = await service.signIn('liu', community);
      const li = await service.signIn('li');
      const id = anActionId();
      await Promise.all([publish(service, liu, { id }), publish(service, liu, { id }), publish(service, liu)]);
      const { body } = await service.call(pointsRoutes.listRules, { params });
      expect(body.versions.filter((rule) => rule.id === 'report').map(({ version }) => version)).toEqual([3, 2, 1]);
      expect((await publish(service, liu, { id, amount: 7 })).error.code).toBe('id.reused');
      expect((await publish(service, liu, { from: '2026-11-16' })).error.details?.[0]?.field).toBe('body.from');
      expect((await publish(service, liu, { perMonth: 1 })).error.details?.[0]?.field).toBe('body.perMonth');
      for (const amount of [0, -1, 1.5, 2 ** 53]) expect((await publish(service, liu, { amount })).status).toBe(400);
      expect((await publish(service, li)).error.code).toBe('access.denied');
    });
  });
};
