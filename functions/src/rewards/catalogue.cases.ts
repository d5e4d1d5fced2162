import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { counterRoutes, rewardRoutes, rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import { expect, test } from 'vitest';
import { anActionId } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { householdDoors, rollOf, units } from '../households/households.doors.ts';
import { anOrderId, aRewardId, makeShop, rice } from './rewards.builder.ts';

const communityParams = { communityId: 'xfl' };

/** What staff do with the catalogue, and at the counter for those who asked by voice; run on every store. */
export const catalogueCases = (make: () => Promise<Service>): void => {
  const open = async () => {
    const service = await make();
    const shop = await makeShop(service);
    const { token } = shop.staff;
    const step = (rewardId: string, what: 'shelve' | 'withdraw', id = anActionId()) =>
      service.call(rewardStaffRoutes.stepReward, { token, params: { rewardId }, body: { id, what } });
    const change = (rewardId: string, version: number, said: Parameters<typeof rice>[0], id = anActionId()) =>
      service.call(rewardStaffRoutes.changeReward, {
        token,
        params: { rewardId },
        body: { id, version, ...rice(said) },
      });
    const correct = (rewardId: string, delta: number, id = anActionId()) =>
      service.call(rewardStaffRoutes.correctStock, {
        token,
        params: { rewardId },
        body: { id, delta, reason: '盘点对不上' },
      });
    const catalogue = async () =>
      (await service.call(rewardRoutes.listRewards, { params: communityParams, query: {} })).body.items.map(
        ({ id }) => id,
      );
    return { service, shop, step, change, correct, catalogue };
  };

  test('草稿只有工作人员看得见，上架大家看得见，下架就不能换了；开着的单子照样领', async () => {
    const { service, shop, step, catalogue } = await open();
    const li = await shop.someone('li');
    const rewardId = await shop.made();
    expect(await catalogue()).toEqual([]);
    expect((await service.call(rewardRoutes.getReward, { params: { rewardId } })).error.code).toBe('reward.notFound');
    const id = anActionId();
    expect((await step(rewardId, 'shelve', id)).body).toMatchObject({ state: 'onShelf', left: 20, granted: 0 });
    expect((await step(rewardId, 'shelve', id)).status).toBe(200);
    expect((await step(rewardId, 'withdraw', id)).error.code).toBe('id.reused');
    expect((await step(rewardId, 'shelve')).error.code).toBe('reward.stepNotAllowed');
    expect(await catalogue()).toEqual([rewardId]);
    const { body: order } = await shop.redeem(li, rewardId);
    expect((await service.call(rewardRoutes.getReward, { token: li.token, params: { rewardId } })).body).toMatchObject({
      left: 19,
      place: '居委会一楼服务台',
      mine: { bought: 0, free: 800 },
    });
    await step(rewardId, 'withdraw');
    expect(await catalogue()).toEqual([]);
    expect((await shop.redeem(li, rewardId)).error.code).toBe('order.notOnShelf');
    expect((await shop.hand(shop.staff, order.id)).status).toBe(200);
    expect((await step(rewardId, 'shelve')).body.lines.map(({ what }) => what).toSorted()).toEqual(
      ['make', 'shelve', 'withdraw', 'shelve'].toSorted(),
    );
  });

  test('改了价就是新的一版：按旧价来的请看新的，旧单子还是旧价', async () => {
    const { service, shop, change } = await open();
    const li = await shop.someone('li');
    const rewardId = await shop.shelved({ perPerson: 2 });
    const { body: order } = await shop.redeem(li, rewardId);
    const id = anActionId();
    expect((await change(rewardId, 1, { price: 300, place: '党群服务中心' }, id)).body).toMatchObject({
      version: 2,
      price: 300,
      left: 19,
    });
    expect((await change(rewardId, 1, { price: 300, place: '党群服务中心' }, id)).status).toBe(200);
    expect((await change(rewardId, 1, { price: 250 })).error.code).toBe('reward.changed');
    expect((await change(rewardId, 2, { until: '2026-10-01T00:00:00.000Z' })).error.code).toBe('request.invalid');
    expect((await shop.redeem(li, rewardId)).error.code).toBe('reward.changed');
    expect((await shop.redeem(li, rewardId, { version: 2, points: 300 })).status).toBe(200);
    expect(await shop.orderOf(li, order.id)).toMatchObject({ version: 1, price: 200, place: '居委会一楼服务台' });
    const both = await Promise.all([change(rewardId, 2, { price: 1 }), change(rewardId, 2, { price: 2 })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(service.logged).toEqual([]);
  });

  test('调整库存要说理由，减不到零以下；一边换一边减，发出加剩下等于总数', async () => {
    const { shop, correct } = await open();
    const li = await shop.someone('li', 5000);
    const rewardId = await shop.shelved({}, 5);
    const id = anActionId();
    await correct(rewardId, 3, id);
    expect((await correct(rewardId, 3, id)).body).toMatchObject({ left: 8, initial: 8 });
    expect((await correct(rewardId, -9)).error.code).toBe('reward.stockTooLow');
    expect((await correct(rewardId, 0)).error.code).toBe('request.invalid');
    await Promise.all([
      shop.redeem(li, rewardId, { count: 3 }),
      correct(rewardId, -4),
      correct(rewardId, -4),
      shop.redeem(li, rewardId, { count: 3 }),
    ]);
    const { left = -1, granted = -1, initial } = await shop.stockOf(rewardId);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + granted).toBe(initial);
  });

  test('同一个编号新建两次是一件，别的社区的人、居民建不了', async () => {
    const { service, shop } = await open();
    const rewardId = aRewardId();
    const body = { ...rice(), initial: 3 };
    const making = (by: Person, given = body) =>
      service.call(rewardStaffRoutes.makeReward, { token: by.token, params: { rewardId }, body: given });
    const both = await Promise.all([making(shop.staff), making(shop.staff)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await making(shop.staff, { ...body, initial: 4 })).error.code).toBe('id.reused');
    const other = await service.signIn('other', { role: 'communityStaff', communityId: 'far', label: '别处' });
    expect((await making(other)).error.code).toBe('access.denied');
    expect((await making(await shop.someone('li'))).error.code).toBe('access.denied');
    const photo = await service.cleanPhoto(shop.staff.personId);
    const withPhoto = await service.call(rewardStaffRoutes.makeReward, {
      token: shop.staff.token,
      params: { rewardId: aRewardId() },
      body: { ...body, photoIds: [photo] },
    });
    expect(withPhoto.body.photos).toHaveLength(1);
    const stolen = await service.call(rewardStaffRoutes.makeReward, {
      token: shop.staff.token,
      params: { rewardId: aRewardId() },
      body: { ...body, photoIds: [await service.cleanPhoto(other.personId)] },
    });
    expect(stolen.error.code).toBe('media.notFound');
  });

  test('每户限量：一家人合起来算，退了还给这一户', async () => {
    const { service, shop } = await open();
    const home = await householdDoors(service);
    await home.importing(rollOf(units));
    const [wang, li] = [await shop.someone('wang', 2000), await shop.someone('li', 2000)];
    const bind = async (person: Person, name: string, idTail: string) => {
      const { body } = await home.ask({ name, idTail }, person);
      expect((await home.decide(body.id, 'approve')).status).toBe(200);
    };
    await bind(wang, '王小明', '1234');
    await bind(li, '李小红', '567X');
    const rewardId = await shop.shelved({ perHousehold: 1 });
    const both = await Promise.all([shop.redeem(wang, rewardId), shop.redeem(li, rewardId)]);
    const codes = both.map(({ status, error }) => (status === 200 ? '' : error.code));
    expect(codes.toSorted()).toEqual(['', 'order.overHouseholdLimit']);
    const [one] = both.filter(({ status }) => status === 200);
    const owner = one?.body.id === both[0]?.body.id ? wang : li;
    await service.call(rewardRoutes.cancelOrder, {
      token: owner.token,
      params: { orderId: one?.body.id ?? '' },
      body: { id: anActionId() },
    });
    expect((await shop.redeem(li, rewardId)).status).toBe(200);
    expect((await shop.redeem(wang, rewardId)).error.code).toBe('order.overHouseholdLimit');
    expect(await shop.stockOf(rewardId)).toEqual({ left: 19, granted: 1, initial: 20 });
  });

  test('老人打电话来：工作人员按门牌找到人，替他换；本人看得到谁办的，收得到话', async () => {
    const { service, shop } = await open();
    const home = await householdDoors(service);
    await home.importing(rollOf(units));
    const elder = await shop.someone('elder', 500);
    const { body: claim } = await home.ask({ name: '王小明', idTail: '1234' }, elder);
    await home.decide(claim.id, 'approve');
    const rewardId = await shop.shelved();
    const { token } = shop.staff;
    const unit = '3-1-501';
    const found = await service.call(counterRoutes.listServed, { token, params: communityParams, query: { unit } });
    expect(found.body.items).toEqual([{ personId: elder.personId, name: '王*明', as: 'owner', free: 500 }]);
    const asked = { version: 1, count: 1, points: 200, unit, checked: '电话回拨，报对了生日' };
    const id = anOrderId();
    const making = (personId: Person['personId']) =>
      service.call(counterRoutes.redeemForResident, { token, params: { rewardId }, body: { id, personId, ...asked } });
    expect((await making((await shop.someone('other')).personId)).error.code).toBe('person.notFound');
    expect((await making(elder.personId)).body).toMatchObject({ id, count: 1, state: 'open' });
    expect((await making(elder.personId)).body).toMatchObject({ id });
    expect(await service.toldOf(elder, id)).toEqual(['幸福里居委会替您换好了']);
    expect((await shop.linesOf(elder))[0]).toMatchObject({ by: '幸福里居委会', reason: asked.checked, held: 200 });
    expect(await shop.orderOf(elder, id)).toMatchObject({ by: '幸福里居委会' });
    const { body: log } = await service.call(peopleRoutes.listAccessLog, { token: elder.token, query: {} });
    expect(log.items.filter(({ what }) => what === 'counter')).toHaveLength(2);
    const asResident = await service.call(counterRoutes.listServed, {
      token: elder.token,
      params: communityParams,
      query: { unit },
    });
    expect(asResident.error.code).toBe('access.denied');
    expect((await shop.hand(shop.staff, id)).status).toBe(200);
  });
};
