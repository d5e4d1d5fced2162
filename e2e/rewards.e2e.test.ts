import { aClaim, opened } from '@suishoupai/functions/households/households.builder';
import { makeLedger } from '@suishoupai/functions/points/ledger';
import { openPhone } from '@suishoupai/local/demo/phone';
import { xingfuli } from '@suishoupai/local/demo/places';
import { newRewardId, type OrderId } from '@suishoupai/shared/ids';
import { lapseDay } from '@suishoupai/shared/points/earning';
import { rewardStaffRoutes } from '@suishoupai/shared/rewards/routes';
import { dayMs } from '@suishoupai/shared/time/units';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newTail } from './ballots/electorate.ts';
import { storesOf } from './ballots/metered.ts';
import { launchBrowser } from './browser.ts';
import { foundTown } from './chapters/hall-town.ts';
import { meet, type Person, picturesOfAll } from './person.ts';
import { squareRead } from './square.ts';
import { type Product, startProduct } from './stack.ts';

let product: Product;
let browser: Browser;
const people: Person[] = [];

const somebody = async (name: string): Promise<Person> => {
  const person = await meet({ browser, url: product.url });
  people.push(person);
  await person.signIn(name);
  return person;
};

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ demo: false }), launchBrowser()]);
  await foundTown(product);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error((await picturesOfAll(task.id)).join('\n'));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const counter = `counter/index?communityId=${xingfuli}`;
const orderIn = (url: string): OrderId => /ord_[a-z0-9_]+/.exec(url)?.[0] ?? expect.fail(`no order in ${url}`);

const pointsOf = async (personId: `usr_${string}`) => {
  const { posted, reserved } = await storesOf(product).ledger.book({ communityId: xingfuli, unit: 'points', personId });
  return { posted, reserved };
};

const earn = async (personId: `usr_${string}`, amount: number) => {
  const at = product.clock.now().toISOString();
  await makeLedger(storesOf(product).ledger).transfer({
    ...{ id: `trf_${newTail()}`, communityId: xingfuli, unit: 'points', debit: 'issued', credit: personId },
    ...{ amount, phase: 'single', cause: { kind: 'report', id: 'earlier' }, until: lapseDay(at), at },
  });
};

const shelved = async (title: string, price: number) => {
  const { ask } = await openPhone(product.url, 'community-liu');
  const now = product.clock.now().getTime();
  const params = { rewardId: newRewardId(xingfuli, newTail()) };
  const terms = {
    kind: 'goods',
    title,
    description: '一人一件。',
    price,
    holdDays: 7,
    photoIds: [],
    initial: 5,
  } as const;
  const [from, until] = [now - dayMs, now + dayMs].map((ms) => new Date(ms).toISOString()) as [string, string];
  const body = { ...terms, place: '居委会一楼服务台', hours: '工作日 9:00-17:00', photoIds: [], from, until };
  await ask(rewardStaffRoutes.makeReward, { params, body });
  await ask(rewardStaffRoutes.stepReward, { params, body: { id: `act_${newTail()}`, what: 'shelve' } });
};

test('陈爷爷打电话来，刘书记核对以后替他换；分不够的换不成；没收到答复就退出的，回来能换别的；他看得到是谁办的、怎么核对的', async () => {
  const { personId } = await openPhone(product.url, 'elder-chen');
  await earn(personId, 150);
  const home = { building: '6', entrance: '1', room: '101', code: '6-1-101' };
  const bound = aClaim({ ...home, personId, name: '陈德顺', as: 'member', state: 'approved' });
  await storesOf(product).claims.change(opened(bound));
  await shelved('食用油 5 升', 200);
  await shelved('肥皂两块', 80);
  await shelved('毛巾一条', 50);

  const liu = await somebody('刘书记');
  await liu.goTo(counter);
  await liu.link(/^替居民兑换/).tap();
  const called = async (): Promise<void> => {
    await liu.write('门牌', '6-1-101');
    await liu.button('找这一户的人').tap();
    await liu.role('radio', /^陈\*顺/).tap();
    await liu.write('怎么核对的身份', '回拨登记的电话，报对了生日');
  };
  await called();
  await liu.see('陈*顺，可用 150 积分');
  await liu.role('radio', /^食用油 5 升/).tap();
  await liu.button('念给他听，替他换 · 200 积分').tap();
  await liu.see(/积分不够/);

  // It is done, and the answer never comes; who leaves the page then asks for something else.
  await liu.role('radio', /^肥皂两块/).tap();
  const orders = /\/v1\/.*\/rwd_[^/]+\/.*$/;
  await liu.page.route(orders, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await liu.button('念给他听，替他换 · 80 积分').tap();
  await expect.poll(() => pointsOf(personId)).toEqual({ posted: 150, reserved: 80 });
  await liu.see(/没有收到答复|没有连上/);
  await liu.page.unroute(orders);
  await liu.page.reload();
  await called();
  await liu.see('陈*顺，可用 70 积分');
  await liu.role('radio', /^毛巾一条/).tap();
  await liu.button('念给他听，替他换 · 50 积分').tap();
  await liu.see('换好了，本人收得到消息');
  expect(await pointsOf(personId)).toEqual({ posted: 150, reserved: 130 });

  const chen = await somebody('陈爷爷');
  await chen.lookUntil('pages/inbox/index', () => chen.link(/幸福里居委会替您换好了/));
  await chen.goTo(`points/lines/index?communityId=${xingfuli}`);
  await chen.see(/回拨登记的电话，报对了生日/);
  await chen.goTo('civic/access-log/index');
  await chen.see('幸福里居委会');
  expect([...liu.trouble, ...chen.trouble]).toEqual([]);
});

test('工作人员上架，居民兑换，断网也亮得出码，柜台输码交付，账上看得到；没去领的到期退回', async () => {
  const stores = storesOf(product);
  const { personId } = await openPhone(product.url, 'resident-li');
  await earn(personId, 500);

  const liu = await somebody('刘书记');
  await liu.goTo(counter);
  await liu.link(/^兑换品/).tap();
  await liu.button('新建兑换品').tap();
  await liu.write('名称，比如 东北大米 5 公斤', '东北大米 5 公斤');
  await liu.write('说明', '当季新米，一袋 5 公斤。');
  await liu.write('积分', '200');
  await liu.write('件数', '3');
  await liu.write('每人最多几件', '2');
  await liu.write('比如 居委会一楼服务台', '居委会一楼服务台');
  await liu.write('比如 工作日 9:00-17:00', '工作日 9:00-17:00');
  await liu.button('存成草稿').tap();
  await liu.button('上架，大家都看得到').tap();
  await liu.see('在架 · 第 1 版');

  // The answer of the first try is lost: the second tap asks for the same order.
  const li = await somebody('李阿姨');
  await li.goTo(`rewards/index?communityId=${xingfuli}`);
  await li.link(/^东北大米 5 公斤，可兑换，200 积分/).tap();
  await li.see('居委会一楼服务台');
  await li.button('用 200 积分兑换').tap();
  let isLost = true;
  await li.page.route(/\/v1\/rewards\/rwd_[^/]+\/orders$/, async (route) => {
    await route.fetch();
    await (isLost ? route.abort('connectionreset') : route.continue());
  });
  await li.button('确认用 200 积分兑换').tap();
  await li.see('上次没有收到答复。再点一次还是那一单，不会重复扣分。');
  const again = li.onSheet('再试一次');
  await again.and(li.page.locator(':not([aria-disabled="true"])')).waitFor();
  isLost = false;
  await again.tap();
  await li.see('领取码');
  await li.page.unroute(/\/v1\/rewards\/rwd_[^/]+\/orders$/);
  const orderId = orderIn(li.page.url());
  expect(await pointsOf(personId)).toEqual({ posted: 500, reserved: 200 });

  const code = async (): Promise<string> =>
    (
      (await li.page
        .getByLabel(/^领取码，/)
        .filter({ visible: true })
        .getAttribute('aria-label')) ?? ''
    ).replace(/\D/g, '');
  const shown = await code();
  expect(shown).toMatch(/^\d{6}$/);
  await li.page.route(/\/v1\//, (route) => route.abort('internetdisconnected'));
  await li.page.reload();
  await li.see('没有网络，这是手机里存着的，领取照样能用');
  expect(await code()).toBe(shown);
  expect(await squareRead(li.role('img', '领取二维码'))).toBe(orderId);
  await li.page.unroute(/\/v1\//);

  await liu.goTo(counter);
  await liu.write('领取码，六位数', shown === '000000' ? '000001' : '000000');
  await liu.button('看是什么').tap();
  await liu.see('没有这个领取码，请再核对一遍');
  await liu.write('领取码，六位数', shown);
  await liu.button('看是什么').tap();
  await liu.onSheet('交出 1 件').tap();
  await liu.see('这个码已经领过了，不要再交。');
  expect(await pointsOf(personId)).toEqual({ posted: 300, reserved: 0 });
  await li.lookUntil(`rewards/order/index?id=${orderId}`, () => li.page.getByText('已领取'));
  const { items } = await stores.ledger.list({ communityId: xingfuli, unit: 'points', personId });
  expect(items.map(({ phase, amount, cause }) => [phase, amount, cause.id]).slice(0, 1)).toEqual([
    ['post', 200, orderId],
  ]);
  await li.lookUntil('pages/inbox/index', () => li.page.getByText('领到了 1 件'));

  // Another one is not picked up.
  await li.goTo(`rewards/index?communityId=${xingfuli}`);
  await li.link(/^东北大米 5 公斤/).tap();
  await li.button('用 200 积分兑换').tap();
  await li.button('确认用 200 积分兑换').tap();
  await li.see('领取码');
  const second = orderIn(li.page.url());
  expect(second).not.toBe(orderId);
  await product.clock.moveTo(new Date(product.clock.now().getTime() + 9 * dayMs));
  await product.run('pointsSweep');
  expect(await pointsOf(personId)).toEqual({ posted: 300, reserved: 0 });
  expect((await stores.orders.find(personId, second))?.card.state).toBe('expired');
  expect(people.flatMap(({ trouble }) => trouble)).toEqual([]);
});
