import type { OrderId } from '@suishoupai/shared/ids';
import { rewardLimits } from '@suishoupai/shared/rewards/limits';
import { counterRoutes, rewardRoutes, rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import type { Person, Service } from '../../test/service.ts';
import { codeDrawn } from './code.ts';
import { anOrderId, makeShop } from './rewards.builder.ts';

const afterHold = '2026-11-23T16:00:00.000Z';

/** What an order promises through the front door; run on every store. */
export const orderCases = (make: () => Promise<Service>): void => {
  const open = async () => {
    const service = await make();
    return { service, shop: await makeShop(service) };
  };
  const codeOf = ({ status, error }: { status: number; error: { code: string } | undefined }) =>
    status === 200 ? '' : (error?.code ?? '');

  test('换一件：分留住、库存减一、码是六位；再点一次还是那一单，换了内容不认', async () => {
    const { service, shop } = await open();
    const li = await shop.someone('li');
    const rewardId = await shop.shelved();
    const id = anOrderId();
    const [first, second] = await Promise.all([shop.redeem(li, rewardId, { id }), shop.redeem(li, rewardId, { id })]);
    expect([codeOf(first), codeOf(second)]).toEqual(['', '']);
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({ id, state: 'open', count: 1, handed: 0, version: 1, until: afterHold });
    expect(first.body.code).toMatch(/^\d{6}$/);
    expect(await shop.stockOf(rewardId)).toEqual({ left: 19, granted: 1, initial: 20 });
    expect(await shop.pointsOf(li)).toMatchObject({ posted: 1000, reserved: 200, free: 800 });
    expect(codeOf(await shop.redeem(li, rewardId, { id, count: 2 }))).toBe('id.reused');
    expect(codeOf(await shop.redeem(li, await shop.shelved(), { id }))).toBe('id.reused');
    expect(await service.toldOf(li, id)).toEqual(['换好了']);
    const { body: mine } = await service.call(rewardRoutes.listOrders, {
      token: li.token,
      params: { communityId: 'xfl' },
      query: {},
    });
    expect(mine.items).toMatchObject([{ id, title: '东北大米 5 公斤', state: 'open' }]);
    expect((await shop.linesOf(li))[0]).toMatchObject({ phase: 'reserve', held: 200, cause: { kind: 'order', id } });
  });

  test('领到：扫码、输码都行；一张码领一次，再来说已经领过', async () => {
    const { service, shop } = await open();
    const li = await shop.someone('li');
    const rewardId = await shop.shelved();
    const { body: order } = await shop.redeem(li, rewardId);
    const typed = await shop.findBy(shop.staff, order.code);
    expect(typed.body).toMatchObject({ id: order.id, count: 1, title: order.title, place: '居委会一楼服务台' });
    expect(JSON.stringify(typed.body)).not.toContain(li.personId);
    expect((await shop.findBy(shop.staff, order.id)).body).toEqual(typed.body);
    const action = anActionId();
    const both = await Promise.all([
      shop.hand(shop.staff, order.id, { id: action }),
      shop.hand(shop.staff, order.id, { id: action }),
    ]);
    expect(both.map(codeOf)).toEqual(['', '']);
    expect(codeOf(await shop.hand(shop.staff, order.id))).toBe('order.alreadyDone');
    expect((await shop.findBy(shop.staff, order.code)).body).toMatchObject({ state: 'done', handed: 1 });
    expect(await shop.pointsOf(li)).toMatchObject({ posted: 800, reserved: 0, free: 800 });
    expect(await shop.stockOf(rewardId)).toEqual({ left: 19, granted: 1, initial: 20 });
    expect((await shop.linesOf(li))[0]).toMatchObject({ phase: 'post', moved: -200, held: -200, by: '幸福里居委会' });
    expect((await service.toldOf(li, order.id)).toSorted()).toEqual(['换好了', '领到了 1 件'].toSorted());
  });

  test('先领一部分：剩下的留着可以再领，或者退回；付的是领走的', async () => {
    const { shop } = await open();
    const li = await shop.someone('li');
    const rewardId = await shop.shelved();
    const { body: order } = await shop.redeem(li, rewardId, { count: 3 });
    expect(codeOf(await shop.hand(shop.staff, order.id, { count: 1 }))).toBe('request.invalid');
    expect(codeOf(await shop.hand(shop.staff, order.id, { count: 4 }))).toBe('request.invalid');
    expect((await shop.hand(shop.staff, order.id, { count: 1, rest: 'kept' })).body).toMatchObject({
      state: 'open',
      handed: 1,
    });
    expect(await shop.pointsOf(li)).toMatchObject({ posted: 1000, reserved: 600 });
    const last = await shop.hand(shop.staff, order.id, { count: 1, rest: 'refunded' });
    expect(last.body).toMatchObject({ state: 'done', handed: 2, ended: { refunded: 1 } });
    expect(await shop.pointsOf(li)).toMatchObject({ posted: 600, reserved: 0, free: 600 });
    expect(await shop.stockOf(rewardId)).toEqual({ left: 18, granted: 2, initial: 20 });
  });

  test('到期没领：提前一天提醒，到期全部退回，分还是原来那些天的；过期的码领不了', async () => {
    const { service, shop } = await open();
    const li = await shop.someone('li', 150);
    await shop.give(li, 100, '2027-12-31');
    const before = await service.stores.ledger.book({ communityId: 'xfl', unit: 'points', personId: li.personId });
    const rewardId = await shop.shelved({ perPerson: 1 });
    const { body: order } = await shop.redeem(li, rewardId);
    await service.sweepPoints(new Date('2026-11-22T15:59:00.000Z'));
    expect(await service.toldOf(li, order.id)).toEqual(['换好了']);
    await service.sweepPoints(new Date('2026-11-22T16:00:00.000Z'));
    await service.sweepPoints(new Date('2026-11-22T16:01:00.000Z'));
    expect(await service.toldOf(li, order.id)).toEqual(['换好了', '还有一天，记得去领']);

    await service.moveTo(afterHold);
    expect(codeOf(await shop.hand(shop.staff, order.id))).toBe('order.expired');
    await Promise.all([service.sweepPoints(service.now()), service.sweepPoints(service.now())]);
    await service.sweepPoints(new Date('2026-11-25T00:00:00.000Z'));
    expect(codeOf(await shop.hand(shop.staff, order.id))).toBe('order.expired');
    expect(await shop.orderOf(li, order.id)).toMatchObject({ state: 'expired', ended: { refunded: 1 } });
    const { posted, reserved, lots } = await service.stores.ledger.book({
      communityId: 'xfl',
      unit: 'points',
      personId: li.personId,
    });
    expect({ posted, reserved, lots }).toEqual({ posted: 250, reserved: 0, lots: before.lots });
    expect(await shop.stockOf(rewardId)).toEqual({ left: 20, granted: 0, initial: 20 });
    expect((await service.toldOf(li, order.id)).at(-1)).toBe('到期没有领取，已经退回');
    expect((await shop.linesOf(li))[0]).toMatchObject({ phase: 'expire', moved: 0, held: -200 });
    expect(codeOf(await shop.redeem(li, rewardId))).toBe('');
  });

  test('领了一部分的到期：付领走的，退剩下的', async () => {
    const { service, shop } = await open();
    const li = await shop.someone('li');
    const rewardId = await shop.shelved();
    const { body: order } = await shop.redeem(li, rewardId, { count: 2 });
    await shop.hand(shop.staff, order.id, { count: 1, rest: 'kept' });
    await service.moveTo(afterHold);
    await service.sweepPoints(service.now());
    expect(await shop.orderOf(li, order.id)).toMatchObject({ state: 'expired', handed: 1, ended: { refunded: 1 } });
    expect(await shop.pointsOf(li)).toMatchObject({ posted: 800, reserved: 0 });
    expect(await shop.stockOf(rewardId)).toEqual({ left: 19, granted: 1, initial: 20 });
  });

  test('取消：领之前本人可以，工作人员要说理由；取消和领取撞在一起只成一个', async () => {
    const { service, shop } = await open();
    const li = await shop.someone('li');
    const rewardId = await shop.shelved();
    const cancel = (orderId: string, id = anActionId()) =>
      service.call(rewardRoutes.cancelOrder, { token: li.token, params: { orderId }, body: { id } });
    const { body: one } = await shop.redeem(li, rewardId);
    const action = anActionId();
    expect((await cancel(one.id, action)).body).toMatchObject({ state: 'cancelled', ended: { refunded: 1 } });
    expect((await cancel(one.id, action)).body.state).toBe('cancelled');
    expect(codeOf(await cancel(one.id))).toBe('order.cancelled');
    expect(codeOf(await shop.hand(shop.staff, one.id))).toBe('order.cancelled');
    expect(await shop.pointsOf(li)).toMatchObject({ posted: 1000, free: 1000 });

    const { body: two } = await shop.redeem(li, rewardId);
    const by = (reason: string, id = anActionId()) =>
      service.call(counterRoutes.cancelForResident, {
        token: shop.staff.token,
        params: { orderId: two.id },
        body: { id, reason },
      });
    const told = anActionId();
    expect((await by('供应商缺货', told)).body).toMatchObject({ state: 'cancelled', ended: { reason: '供应商缺货' } });
    expect(codeOf(await by('别的理由', told))).toBe('id.reused');
    expect(await service.toldOf(li, two.id)).toContain('幸福里居委会取消了您的订单');

    const { body: three } = await shop.redeem(li, rewardId, { count: 2 });
    const race = await Promise.all([cancel(three.id), shop.hand(shop.staff, three.id, { count: 2 })]);
    expect(race.map(codeOf).filter((code) => code === '')).toHaveLength(1);
    const isHanded = (await shop.orderOf(li, three.id)).state === 'done';
    expect(await shop.pointsOf(li)).toMatchObject({ posted: isHanded ? 600 : 1000, reserved: 0 });
    expect(await shop.stockOf(rewardId)).toEqual({
      left: isHanded ? 18 : 20,
      granted: isHanded ? 2 : 0,
      initial: 20,
    });
  });

  test('一边到期清理一边领：只成一个，账和库存都对', async () => {
    const { service, shop } = await open();
    const li = await shop.someone('li');
    const rewardId = await shop.shelved();
    const { body: order } = await shop.redeem(li, rewardId);
    const [handed] = await Promise.all([shop.hand(shop.staff, order.id), service.sweepPoints(new Date(afterHold))]);
    await service.sweepPoints(new Date(afterHold));
    const isHanded = handed.status === 200;
    expect(codeOf(handed)).toBe(isHanded ? '' : 'order.expired');
    expect((await shop.orderOf(li, order.id)).state).toBe(isHanded ? 'done' : 'expired');
    expect(await shop.pointsOf(li)).toMatchObject({ posted: isHanded ? 800 : 1000, reserved: 0 });
    expect(await shop.stockOf(rewardId)).toEqual({ left: isHanded ? 19 : 20, granted: isHanded ? 1 : 0, initial: 20 });
  });

  test('换不成的各有各的话，同一个编号一直是那句话', async () => {
    const { service, shop } = await open();
    const li = await shop.someone('li');
    const refused = async (code: string, ...asked: Parameters<typeof shop.redeem>) => {
      const [person, rewardId, rest] = asked;
      const id = anOrderId();
      expect(codeOf(await shop.redeem(person, rewardId, { ...rest, id }))).toBe(code);
      expect(codeOf(await shop.redeem(person, rewardId, { ...rest, id }))).toBe(code);
      return id;
    };
    await refused('order.notOnShelf', li, await shop.made());
    await refused('order.tooEarly', li, await shop.shelved({ from: '2026-12-01T00:00:00.000Z' }));
    await refused('order.tooLate', li, await shop.shelved({ until: '2026-11-10T00:00:00.000Z' }));
    await refused('reward.changed', li, await shop.shelved(), { version: 2 });
    await refused('reward.changed', li, await shop.shelved({ price: 100 }));
    await refused('order.noHousehold', li, await shop.shelved({ perHousehold: 1 }));
    const rewardId = await shop.shelved({}, 1);
    await refused('order.soldOut', li, rewardId, { count: 2 });
    const poor = await shop.someone('poor', 100);
    const id = await refused('order.insufficient', poor, rewardId);
    await shop.give(poor, 500);
    expect(codeOf(await shop.redeem(poor, rewardId, { id }))).toBe('order.insufficient');
    expect(codeOf(await shop.redeem(poor, rewardId))).toBe('');
    for (const body of [
      { count: 0 },
      { count: -1 },
      { count: 1.5 },
      { count: 100 },
      { points: 0 },
      { points: 2 ** 53 },
      { points: 1_000_001 },
    ]) {
      expect(codeOf(await shop.redeem(li, rewardId, body))).toBe('request.invalid');
    }
    expect(await shop.pointsOf(li)).toMatchObject({ posted: 1000, reserved: 0 });
    expect(service.logged).toEqual([]);
  });

  test('每人限量：两部手机一起换也只成一个，退了还能再换', async () => {
    const { service, shop } = await open();
    const li = await shop.someone('li', 5000);
    const rewardId = await shop.shelved({ perPerson: 2 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => shop.redeem(li, rewardId)));
    expect(answers.map(codeOf).toSorted()).toEqual(['', '', ...Array(4).fill('order.overPersonLimit')]);
    expect(await shop.stockOf(rewardId)).toEqual({ left: 18, granted: 2, initial: 20 });
    const [one] = answers.filter(({ status }) => status === 200);
    await service.call(rewardRoutes.cancelOrder, {
      token: li.token,
      params: { orderId: one?.body.id ?? '' },
      body: { id: anActionId() },
    });
    expect(codeOf(await shop.redeem(li, rewardId))).toBe('');
    expect(codeOf(await shop.redeem(li, rewardId))).toBe('order.overPersonLimit');
  });

  test('码：一个社区里开着的单子各不相同；猜十次就不让猜，扫码不受影响', async () => {
    const { service, shop } = await open();
    const li = await shop.someone('li', 10_000);
    const rewardId = await shop.shelved({}, 100);
    const neighbours = await Promise.all(['wang', 'zhao', 'sun', 'qian'].map((name) => shop.someone(name, 10_000)));
    const orders = [];
    for (let i = 0; i < 8; i += 1) {
      orders.push(...(await Promise.all([li, ...neighbours].map((person) => shop.redeem(person, rewardId)))));
    }
    const codes = new Set(orders.map(({ body }) => body.code));
    expect(codes.size).toBe(40);
    const wrong = Array.from({ length: 200 }, (_, i) => String(i).padStart(6, '0')).filter((code) => !codes.has(code));
    const guesses = await Promise.all(wrong.slice(0, 30).map((code) => shop.findBy(shop.staff, code)));
    expect(guesses.filter((each) => codeOf(each) === 'order.codeWrong')).toHaveLength(rewardLimits.tries);
    const [first, second] = orders;
    const { id = '', code = '' } = first?.body ?? {};
    const other = second?.body.code ?? '';
    expect(codeOf(await shop.findBy(shop.staff, code))).toBe('order.tooManyTries');
    expect(codeOf(await shop.findBy(shop.staff, id))).toBe('');
    await service.moveTo('2026-11-16T02:06:00.000Z');
    for (let i = 0; i < 2 * rewardLimits.tries; i += 1) {
      for (const right of [code, code, other]) expect(codeOf(await shop.findBy(shop.staff, right))).toBe('');
    }
    for (const guess of wrong.slice(0, rewardLimits.tries)) await shop.findBy(shop.staff, guess);
    expect(codeOf(await shop.findBy(shop.staff, code))).toBe('order.tooManyTries');
    expect(codeOf(await shop.findBy(shop.staff, other))).toBe('');
    expect(codeOf(await shop.findBy(li, code))).toBe('access.denied');
  });

  test('两单算出来的码一样：后来的换下一个，各是各的', async () => {
    const { service } = await open();
    const { orders } = service.stores;
    const drawn = new Map<string, OrderId>();
    let pair: [OrderId, OrderId] | undefined;
    while (pair === undefined) {
      const id = anOrderId();
      const other = drawn.get(codeDrawn(id, 0));
      if (other !== undefined) pair = [other, id];
      drawn.set(codeDrawn(id, 0), id);
    }
    const people = [aPersonId(), aPersonId()] as const;
    const now = '2026-11-16T02:00:00.000Z';
    const claim = (which: 0 | 1) => orders.claimCode(people[which], { id: pair[which], until: afterHold }, now);
    const codes = await Promise.all([claim(0), claim(1), claim(0)]);
    expect([codes[0] === codes[1], codes[0] === codes[2]]).toEqual([false, true]);
    expect(await Promise.all(pair.map((id) => orders.ownerOf(id)))).toEqual(people);
    expect(await orders.ownerOf(anOrderId())).toBeUndefined();
  });

  test('供应商只看得到、只给得出自己的；别处的码说得出该去哪里', async () => {
    const { service, shop } = await open();
    const li = await shop.someone('li', 5000);
    const supplier = { id: 'sup_cut', label: '便民理发店' };
    const barber = await service.signIn('barber', {
      role: 'supplier',
      communityId: 'xfl',
      supplierId: 'sup_cut',
      label: '便民理发店',
    });
    const cut = await shop.shelved({ title: '理发一次', kind: 'service', supplier, place: '便民理发店' });
    const { body: own } = await shop.redeem(li, cut);
    const { body: other } = await shop.redeem(li, await shop.shelved());
    const list = async (by: Person) =>
      (
        await service.call(counterRoutes.listCounterOrders, {
          token: by.token,
          params: { communityId: 'xfl' },
          query: { which: 'open' },
        })
      ).body.items.map(({ id }) => id);
    expect(await list(barber)).toEqual([own.id]);
    expect((await list(shop.staff)).toSorted()).toEqual([own.id, other.id].toSorted());
    const wrong = await shop.findBy(barber, other.code);
    expect([codeOf(wrong), wrong.error.details?.[0]?.message]).toEqual([
      'order.wrongPlace',
      '请到「居委会一楼服务台」领取',
    ]);
    expect(codeOf(await shop.hand(barber, other.id))).toBe('order.wrongPlace');
    expect(codeOf(await shop.findBy(shop.staff, own.code))).toBe('order.wrongPlace');
    expect(codeOf(await shop.hand(shop.staff, own.id))).toBe('order.wrongPlace');
    expect(codeOf(await shop.hand(barber, own.id))).toBe('');
    const { error } = await service.call(rewardStaffRoutes.listRewardsForStaff, {
      token: barber.token,
      params: { communityId: 'xfl' },
      query: {},
    });
    expect(error.code).toBe('access.denied');
    const cancelled = await service.call(counterRoutes.cancelForResident, {
      token: barber.token,
      params: { orderId: own.id },
      body: { id: anActionId(), reason: '不想做了' },
    });
    expect(codeOf(cancelled)).toBe('access.denied');
  });

  test('抢购：20 份，几百人一起来，正好换出 20 份，每个人都有准话', async () => {
    const { service, shop } = await open();
    const rewardId = await shop.shelved({ perPerson: 1 }, 20);
    const people: Person[] = [];
    for (let i = 0; i < 300; i += 1) people.push(await shop.someone(`p${i}`, 200));
    const answers: string[] = [];
    const claims = people.map((person) => ({ person, id: anOrderId() }));
    for (let at = 0; at < claims.length; at += 60) {
      const wave = claims.slice(at, at + 60).flatMap((claim, i) => (i % 10 === 0 ? [claim, claim] : [claim]));
      answers.push(
        ...(await Promise.all(wave.map(({ person, id }) => shop.redeem(person, rewardId, { id })))).map(codeOf),
      );
    }
    expect(new Set(answers)).toEqual(new Set(['', 'order.soldOut']));
    expect(await shop.stockOf(rewardId)).toEqual({ left: 0, granted: 20, initial: 20 });
    const held = await Promise.all(
      claims.map(async ({ person, id }) => {
        const book = await service.stores.ledger.book({
          communityId: 'xfl',
          unit: 'points',
          personId: person.personId,
        });
        const order = await service.stores.orders.find(person.personId, id);
        return [book.reserved, order === undefined ? 0 : 200];
      }),
    );
    expect(held.filter(([, ordered]) => ordered === 200)).toHaveLength(20);
    expect(held.every(([reserved, ordered]) => reserved === ordered)).toBe(true);
  });

  test('随便怎么换、领、退、到期、改库存，几个一起来：发出加剩下等于总数，留住的等于没领的', async () => {
    const { service, shop } = await open();
    const people = [await shop.someone('a', 3000), await shop.someone('b', 3000)] as const;
    const rewardId = await shop.shelved({ perPerson: 6 }, 5);
    const deed = fc.oneof(
      fc.record({ does: fc.constant('redeem' as const), who: fc.nat(1), count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ does: fc.constant('hand' as const), which: fc.nat(8), count: fc.integer({ min: 1, max: 2 }) }),
      fc.record({ does: fc.constant('cancel' as const), which: fc.nat(8) }),
      fc.record({ does: fc.constant('expire' as const) }),
      fc.record({
        does: fc.constant('correct' as const),
        delta: fc.integer({ min: -3, max: 3 }).filter((n) => n !== 0),
      }),
    );
    const placed: { person: Person; orderId: string }[] = [];
    const take = async (each: typeof deed extends fc.Arbitrary<infer Deed> ? Deed : never): Promise<unknown> => {
      switch (each.does) {
        case 'redeem': {
          const person = people[each.who] ?? people[0];
          const orderId = anOrderId();
          placed.push({ person, orderId });
          return shop.redeem(person, rewardId, { id: orderId, count: each.count });
        }
        case 'hand': {
          const of = placed.at(-1 - each.which);
          return (
            of && shop.hand(shop.staff, of.orderId, { count: each.count, rest: each.which % 2 ? 'kept' : 'refunded' })
          );
        }
        case 'cancel': {
          const of = placed.at(-1 - each.which);
          return (
            of &&
            service.call(rewardRoutes.cancelOrder, {
              token: of.person.token,
              params: { orderId: of.orderId },
              body: { id: anActionId() },
            })
          );
        }
        case 'expire':
          return service.sweepPoints(new Date(afterHold));
        case 'correct':
          return service.call(rewardStaffRoutes.correctStock, {
            token: shop.staff.token,
            params: { rewardId },
            body: { id: anActionId(), delta: each.delta, reason: '盘点' },
          });
        default:
          return each satisfies never;
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 15 }), async (deeds) => {
        for (let at = 0; at < deeds.length; at += 3) await Promise.all(deeds.slice(at, at + 3).map(take));
        const { left = -1, granted = -1, initial } = await shop.stockOf(rewardId);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + granted).toBe(initial);
        const orders = await Promise.all(
          placed.map(({ person, orderId }) => service.stores.orders.find(person.personId, orderId)),
        );
        const cards = orders.flatMap((each) => (each === undefined ? [] : [each.card]));
        expect(granted).toBe(cards.reduce((sum, { count, ended }) => sum + count - (ended?.refunded ?? 0), 0));
        for (const { personId } of people) {
          const book = await service.stores.ledger.book({ communityId: 'xfl', unit: 'points', personId });
          const own = orders.flatMap((each) => (each?.account === personId ? [each.card] : []));
          const still = own.filter(({ state }) => state === 'open').reduce((sum, { count }) => sum + 200 * count, 0);
          const paid = own.filter(({ state }) => state !== 'open').reduce((sum, { handed }) => sum + 200 * handed, 0);
          expect([book.reserved, book.posted]).toEqual([still, 3000 - paid]);
          expect(book.bought?.[rewardId]?.count ?? 0).toBe(
            own.reduce((sum, { count, ended }) => sum + count - (ended?.refunded ?? 0), 0),
          );
        }
      }),
      { numRuns: 8, seed: 20_261_122 },
    );
    expect(service.logged).toEqual([]);
  });
};
