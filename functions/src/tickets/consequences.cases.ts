import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, unlistedCode } from '../../test/builders.ts';
import { type Journey, makeJourney } from '../../test/journey.ts';
import type { Service } from '../../test/service.ts';

/** What follows from a step, however often and in whatever order the stream tells of it. */
export const consequenceCases = (makeService: () => Promise<Service>): void => {
  let service: Service;
  let on: Journey;
  beforeEach(async () => {
    service = await makeService();
    on = await makeJourney(service);
  });
  const again = async (id: string, times = 2) => {
    const ticket = await on.stored(id);
    for (let time = 0; time < times; time += 1) await service.follow(ticket, 0);
  };

  describe('随后发生的', () => {
    test('派单告诉物业，办完告诉居民和网格员；流重放不重复', async () => {
      const { zhang, qian, li, grid, wang } = on.cast;
      const done = await on.resolved();
      await again(done.id);
      expect(await on.inbox(zhang)).toEqual(['新的待接单']);
      expect(await on.inbox(qian)).toEqual([]);
      expect(await on.inbox(li)).toEqual(['已处理，修好了吗？', '已有人处理']);
      expect(await on.inbox(grid)).toEqual(['待核查']);
      expect(await on.inbox(wang)).toEqual([]);
    });

    test('A 角离岗，告诉 B 角', async () => {
      const { zhang, qian } = on.cast;
      await service.call(peopleRoutes.setAway, {
        token: zhang.token,
        body: { id: anActionId(), until: '2026-11-20T02:00:00.000Z' },
      });
      await on.report();
      expect([await on.inbox(zhang), await on.inbox(qian)]).toEqual([[], ['新的待接单']]);
    });

    test('微信消息每条允许发一条，重放不多发', async () => {
      const { li } = on.cast;
      await service.call(peopleRoutes.addSubscriptions, {
        token: li.token,
        body: { id: anActionId(), accepted: ['ticketProgress'] },
      });
      const done = await on.resolved();
      await again(done.id);
      expect(service.sent).toEqual([{ openid: 'openid-li', page: `pages/ticket/index?id=${done.id}` }]);
    });

    test.each(['结论先到', '结论后到'])('照片的审核，%s，都公开', async (order) => {
      const { li } = on.cast;
      const body = await on.aReport();
      const [mediaId] = body.photoIds;
      if (mediaId === undefined) throw new Error('no photo');
      await service.stores.media.awaitVerdict('trace-1', { ownerId: li.personId, id: mediaId }, service.now());
      if (order === '结论先到') expect(await service.pushVerdict('trace-1', 'pass')).toBe(200);
      await on.tryReport(li, body);
      if (order === '结论后到') expect(await service.pushVerdict('trace-1', 'pass')).toBe(200);
      expect((await on.get(body.id)).coverUrl).toContain(mediaId);
    });

    test('照片没过审，告诉社区一次，不公开', async () => {
      const { li, liu } = on.cast;
      const body = await on.aReport();
      const [mediaId] = body.photoIds;
      if (mediaId === undefined) throw new Error('no photo');
      await service.stores.media.awaitVerdict('trace-2', { ownerId: li.personId, id: mediaId }, service.now());
      await on.tryReport(li, body);
      for (let times = 0; times < 2; times += 1) await service.pushVerdict('trace-2', 'risky');
      expect(await on.inbox(liu)).toEqual(['有内容等您决定是否公开']);
      expect((await on.get(body.id)).coverUrl).toBeUndefined();
    });

    test('清单上没有的上报，社区马上知道；撤回了，接单的部门也知道', async () => {
      const { liu, zhang, li } = on.cast;
      await on.report({ categoryCode: unlistedCode });
      expect(await on.inbox(liu)).toEqual(['新的待立案']);
      await on.take(li, 'withdraw', await on.report());
      expect((await on.inbox(zhang)).toSorted()).toEqual(['居民已撤回，不用处理', '新的待接单'].toSorted());
    });

    test('街道改派，原来的部门知道不用再办；改派给同一个部门，不说；自己退回的，不说', async () => {
      const { sun, liu, zhang, cheng, qian } = on.cast;
      const relieved = '已改派，不用处理';
      const accepted = await on.accepted();
      const same = await on.take(sun, 'dispatch', accepted);
      expect(await on.inbox(zhang)).not.toContain(relieved);
      const moved = await on.take(sun, 'dispatch', same, { departmentId: 'dep_chengguan' });
      expect((await on.inbox(zhang)).filter((title) => title === relieved)).toHaveLength(1);
      expect([await on.inbox(cheng), await on.inbox(qian)]).toEqual([['新的待接单'], []]);
      await again(moved.id);
      const returned = await on.take(cheng, 'return', moved);
      await on.take(liu, 'dispatch', returned);
      expect(await on.inbox(cheng)).not.toContain(relieved);
    });

    test('街道重新吹哨：不再牵头、不再协办的部门都知道；改成协办的收到新任务', async () => {
      const { sun, zhang, cheng, huan } = on.cast;
      const relieved = '已改派，不用处理';
      const joint = await on.take(sun, 'joint', await on.report());
      await service.moveTo('2026-11-16T03:00:00.000Z');
      await on.take(sun, 'joint', joint, {
        departmentId: 'dep_chengguan',
        supporting: [{ departmentId: 'dep_wuye', task: '配合断电' }],
      });
      expect([await on.inbox(zhang), await on.inbox(huan), await on.inbox(cheng)].map((inbox) => inbox[0])).toEqual([
        '吹哨：请您协办',
        relieved,
        '吹哨：由您牵头',
      ]);
      expect(await on.inbox(zhang)).not.toContain(relieved);
    });

    test('合并又拆开以后，旧的记录再来一遍，不把人拉回去', async () => {
      const { wang, liu } = on.cast;
      const kept = await on.report();
      const double = await on.report({}, wang);
      const merged = await on.take(liu, 'merge', double, { ticketId: kept.id });
      const late = await on.stored(double.id);
      await on.take(liu, 'unmerge', merged);
      await service.follow(late, late.events.length - 1);
      expect((await on.get(kept.id, wang)).relation).toBe('public');
      expect((await on.get(kept.id)).joins).toBe(0);
    });
  });
};
