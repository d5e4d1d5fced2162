import { ruleAt } from '@suishoupai/shared/points/earning';
import { honourRoutes } from '@suishoupai/shared/points/honours';
import { pointsRoutes } from '@suishoupai/shared/points/routes';
import { expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import { makeJourney } from '../../test/journey.ts';
import { community, type Person, type Service } from '../../test/service.ts';
import { makeLedger } from './ledger.ts';
import { aTransfer, aTransferId } from './points.builder.ts';

const params = { communityId: 'xfl' };

/** Badges, the ranking of those who agreed, and commendations, through the front door. */
export const honourCases = (make: () => Promise<Service>) => {
  const look = async (service: Service, { token }: Person) =>
    (await service.call(honourRoutes.getHonours, { token, params })).body;
  const show = (service: Service, { token }: Person, name: string | null) =>
    service.call(honourRoutes.showMe, { token, params, body: { name } });
  const served = async (service: Service, { personId }: Person, amount: number) => {
    const at = service.now().toISOString();
    const rule = ruleAt('service', at) ?? expect.fail('no rule');
    const {
      debit: _,
      phase: __,
      unit: ___,
      ...rest
    } = aTransfer({ at, amount, cause: { kind: 'service', id: 'atv' } });
    await makeLedger(service.stores.ledger).earn({ ...rest, credit: personId }, rule);
    return rest;
  };

  test('报的第一件事修好，有徽章；重新打开，又没有了', async () => {
    const service = await make();
    const on = await makeJourney(service);
    const { li } = on.cast;
    const closed = await on.closed();
    const first = async () => (await look(service, li)).badges.find(({ id }) => id === 'firstReport');
    expect(await first()).toEqual({ id: 'firstReport', done: 1, needed: 1, isEarned: true });
    await on.take(li, 'reopen', closed);
    expect(await first()).toMatchObject({ done: 0, isEarned: false });
  });

  test('同意了才在榜上，撤回马上不在；名字只能是姓加称呼', async () => {
    const service = await make();
    const [li, wang, zhao] = [await service.signIn('li'), await service.signIn('wang'), await service.signIn('zhao')];
    for (const [person, minutes] of [
      [li, 60],
      [wang, 120],
      [zhao, 700],
    ] as const)
      await served(service, person, minutes);
    expect((await look(service, li)).ranking).toEqual([]);
    await show(service, li, '李女士');
    await show(service, wang, '王师傅');
    const rank = { minutes: 120, name: '王师傅', isMine: false };
    expect((await look(service, li)).ranking).toEqual([rank, { minutes: 60, name: '李女士', isMine: true }]);
    expect((await show(service, wang, null)).body.shown).toBeUndefined();
    expect((await look(service, li)).ranking.map(({ name }) => name)).toEqual(['李女士']);
    for (const name of ['', '李', '坏话连篇先生', '<b>女士', 'Li先生'])
      expect((await show(service, li, name)).status).toBe(400);
  });

  test('同意以后挣的时长、收回的时长，榜上都跟着变；去年的不算今年', async () => {
    const service = await make();
    const li = await service.signIn('li');
    await show(service, li, '李女士');
    const minutes = async () => (await look(service, li)).ranking.map((row) => row.minutes);
    expect(await minutes()).toEqual([]);
    await served(service, li, 60);
    const { id } = await served(service, li, 90);
    expect(await minutes()).toEqual([150]);
    const at = service.now().toISOString();
    const taken = { id: aTransferId(), communityId: 'xfl', unit: 'minutes', undoes: id, at, reason: '记错了' } as const;
    for (let times = 0; times < 2; times += 1) {
      await makeLedger(service.stores.ledger).takeBack(
        { ...taken, cause: { kind: 'service', id: 'atv' } },
        li.personId,
      );
    }
    expect(await minutes()).toEqual([60]);
    const hours = async () => (await look(service, li)).badges.find((badge) => badge.id === 'fiftyHours')?.done;
    expect(await hours()).toBe(60);
    await service.moveTo('2027-01-05T02:00:00.000Z');
    expect(await minutes()).toEqual([]);
    await served(service, li, 30);
    expect(await minutes()).toEqual([30]);
    expect(await hours()).toBe(90);
  });

  test('年度表彰：一人一年一项一次；同意具名的才有名字，本人看得出是自己', async () => {
    const service = await make();
    const li = await service.signIn('li');
    const liu = await service.signIn('liu', community);
    await served(service, li, 60);
    const { body: mine } = await service.call(pointsRoutes.getPoints, { token: li.token, params });
    const commend = (by: Person, id = anActionId(), year = 2026) =>
      service.call(honourRoutes.commend, {
        token: by.token,
        params,
        body: { id, code: mine.book, year, merit: 'service' as const },
      });
    const id = anActionId();
    await Promise.all([commend(liu, id), commend(liu, id), commend(liu)]);
    expect((await look(service, liu)).commendations).toMatchObject([{ year: 2026, merit: 'service', isMine: false }]);
    expect((await look(service, liu)).commendations[0]?.name).toBeUndefined();
    expect((await look(service, li)).commendations).toMatchObject([{ isMine: true }]);
    await show(service, li, '李女士');
    expect((await look(service, liu)).commendations).toMatchObject([{ name: '李女士' }]);
    expect((await commend(li)).error.code).toBe('access.denied');
  });
};
