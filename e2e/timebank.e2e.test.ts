import { makeTable } from '@suishoupai/functions/dynamo/table';
import { makeDynamoClaimStore } from '@suishoupai/functions/households/claim-store';
import { aClaim, opened } from '@suishoupai/functions/households/households.builder';
import { makeLedger } from '@suishoupai/functions/points/ledger';
import { makeDynamoLedgerStore } from '@suishoupai/functions/points/ledger-store';
import { openPhone } from '@suishoupai/local/demo/phone';
import { xingfuli } from '@suishoupai/local/demo/places';
import { localDynamodbClient } from '@suishoupai/local/tables';
import { idTail } from '@suishoupai/shared/ids';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { castOf } from './chapters/cast.ts';
import { foundTown } from './chapters/hall-town.ts';
import { picturesOfAll } from './person.ts';
import { type Product, startProduct } from './stack.ts';

let product: Product;
let browser: Browser;

/** Hours that residents had before the product came. */
const served = { 'resident-li': 180, 'resident-gu': 60 } as const;

const giveHours = async ({ url, env }: Product): Promise<void> => {
  const client = localDynamodbClient(env.DYNAMODB_ENDPOINT);
  const ledger = makeLedger(makeDynamoLedgerStore(makeTable(client, env.POINTS_TABLE)));
  for (const [index, [persona, amount]] of Object.entries(served).entries()) {
    const { personId } = await openPhone(url, persona);
    const at = product.clock.now();
    const id = `trf_${idTail(at.getTime(), Buffer.alloc(10, index + 1))}` as const;
    const of = { id, communityId: xingfuli, unit: 'minutes', debit: 'issued', credit: personId, amount } as const;
    await ledger.transfer({ ...of, phase: 'single', at: at.toISOString(), cause: { kind: 'service', id: 'before' } });
  }
  // 陈爷爷 is known to the community: he has no use for a phone with screens.
  const { personId } = await openPhone(url, 'elder-chen');
  const claims = makeDynamoClaimStore(makeTable(client, env.DELIBERATIONS_TABLE));
  const home = { building: '6', entrance: '1', room: '101', code: '6-1-101' };
  await claims.change(opened(aClaim({ ...home, personId, name: '陈德顺', as: 'member', state: 'approved' })));
  client.destroy();
};

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ demo: false }), launchBrowser()]);
  await foundTown(product);
  await giveHours(product);
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error((await picturesOfAll(task.id)).join('\n'));
});
afterAll(async () => {
  await cast.leave();
  await browser?.close();
  await product?.stop();
});

const cast = castOf({ product: () => product, browser: () => browser });
const at = async (name: string, page: string) => {
  const person = await cast.call(name);
  await person.goTo(page);
  return person;
};
const here = `communityId=${xingfuli}`;
const hereOf = (url: string) => url.split('#/')[1] ?? '';
const known: { offer?: string; exchange?: string } = {};

test('挂出、答应、约好、双方确认：一小时从一本账到另一本账', async () => {
  const gu = await at('顾老师', `timebank/make/index?${here}&kind=offer`);
  await gu.role('radio', '教用手机').tap();
  await gu.write('说几句', '慢慢教您用手机视频、挂号。');
  await gu.role('radio', '网格 07').tap();
  for (const part of ['周一', '周三', '上午']) await gu.role('checkbox', part).tap();
  await gu.button('挂出来').tap();
  await gu.see('您挂出的');
  known.offer = hereOf(gu.page.url());

  const li = await cast.call('李阿姨');
  await li.lookUntil(known.offer, () => li.button('请他帮忙'));
  await li.button('请他帮忙').tap();
  await li.write('怎么称呼您', '李阿姨');
  await li.write('您的电话', '02155500199');
  await li.onSheet('发给对方').tap();
  await li.see('等对方同意');
  known.exchange = hereOf(li.page.url());

  await gu.lookUntil('pages/inbox/index', () => gu.link(/有邻居答应了，请看一看/));
  await gu.goTo('timebank/index/index');
  await gu.see('1 件等您');
  await gu.goTo(known.exchange);
  await gu.write('怎么称呼您', '顾老师');
  await gu.write('您的电话', '02155500177');
  await gu.button('同意，约好').tap();
  await gu.see('已约好');
  await gu.button(/^打给李阿姨/).waitFor();

  await li.goTo('timebank/index/index');
  await li.see('可用 2 小时');
  await li.see(/另有 1 小时约好了/);
  for (const person of [gu, li]) {
    await person.goTo(known.exchange);
    await person.button('确认 1 小时').tap();
    await person.page.getByText('确认', { exact: true }).last().tap();
    await person.see(person === gu ? '您 确认 1 小时' : '已完成');
  }
  await li.role('radio', /^5 星/).tap();
  await li.button('评价').tap();
  await li.see('您 评价了');
  await gu.goTo('timebank/index/index');
  await gu.see('可用 2 小时');
  expect(cast.trouble()).toEqual([]);
});

test('亲情码绑好家人，读一遍再转；捐给互助池，大家看得到', async () => {
  const li = await at('李阿姨', `timebank/give/index?${here}`);
  await li.write('家人是您的', '儿子');
  await li.button('出一个亲情码').tap();
  const code = (await li.page.getByText(/^\d{8}$/).textContent()) ?? '';
  const son = await at('小林', `timebank/give/index?${here}`);
  await son.write('家人是您的', '妈妈');
  await son.write('家人给您的亲情码', code);
  await son.button('输入亲情码，绑好').tap();
  await son.role('radio', /^妈妈/).waitFor();

  await li.goTo(`timebank/give/index?${here}`);
  await li.role('radio', /^儿子/).tap();
  await li.write('多少小时', '0.5');
  await li.button('转出 30 分钟').tap();
  await li.see(/儿子的账上增加这么多/);
  await li.page.getByText('转出', { exact: true }).last().tap();
  await li.see('可用 1 小时 30 分钟');
  await son.goTo('timebank/index/index');
  await son.see('可用 30 分钟');

  await li.role('radio', /^互助池/).tap();
  await li.write('多少小时', '1');
  await li.button('捐出 1 小时').tap();
  await li.page.getByText('捐出', { exact: true }).last().tap();
  await li.see('可用 30 分钟');
  const passer = await at('王先生', `timebank/pool/index?${here}`);
  await passer.see('一共捐来');
  await passer.page.getByText('1 小时', { exact: true }).first().waitFor();
  expect(cast.trouble()).toEqual([]);
});

test('社区从池里答应一位独居老人，志愿者做完，时长从池里记', async () => {
  const liu = await at('刘书记', `timebank/desk/index?${here}`);
  await liu.role('radio', '答应时长').tap();
  await liu.write('怎么称呼', '周奶奶');
  await liu.write('几栋', '3');
  await liu.write('房号', '102');
  await liu.role('radio', '代买代取').tap();
  await liu.write('说几句', '每周帮忙买一次菜。');
  for (const part of ['周二', '上午']) await liu.role('checkbox', part).tap();
  await liu.button('答应 1 小时').tap();
  await liu.see('社区替一位独居老人挂出，时长由互助池出');
  const promise = hereOf(liu.page.url());

  const gu = await cast.call('顾老师');
  await gu.lookUntil(promise, () => gu.button('我来帮'));
  await gu.button('我来帮').tap();
  await gu.write('怎么称呼您', '顾老师');
  await gu.write('您的电话', '02155500177');
  await gu.onSheet('发给对方').tap();
  await gu.see('互助池出时长');
  const exchange = hereOf(gu.page.url());

  await liu.lookUntil(`timebank/desk/index?${here}`, () => liu.link(/代买代取/));
  await liu.goTo(exchange);
  await liu.write('怎么称呼您', '周奶奶');
  await liu.write('您的电话', '02155500102');
  await liu.button('同意，约好').tap();
  await liu.see('已约好');
  for (const person of [gu, liu]) {
    await person.goTo(exchange);
    await person.button('确认 1 小时').tap();
    await person.page.getByText('确认', { exact: true }).last().tap();
    await person.see(person === liu ? '已完成' : '您 确认 1 小时');
  }
  await gu.goTo('timebank/index/index');
  await gu.see('可用 3 小时');
  await gu.goTo(`timebank/pool/index?${here}`);
  await gu.see('已经用了');
  expect(cast.trouble()).toEqual([]);
});

test('陈爷爷打电话，刘书记核对以后替他请人，他在手机上看得到是谁办的', async () => {
  const liu = await at('刘书记', `timebank/desk/index?${here}`);
  await liu.role('radio', '替人代办').tap();
  await liu.write('几栋', '6');
  await liu.write('几单元（可不填）', '1');
  await liu.write('房号', '101');
  await liu.button('找这一户的人').tap();
  await liu.role('radio', /^陈\*顺/).tap();
  await liu.see('陈*顺 · 可用 0 分钟');
  await liu.role('radio', '回拨登记的电话核对了身份').tap();
  await liu.button('替他请邻居帮忙').tap();
  await liu.role('radio', '陪同看病').tap();
  await liu.write('说几句', '腿脚不便，想请人陪去医院。');
  for (const part of ['周四', '下午']) await liu.role('checkbox', part).tap();
  await liu.onSheet('挂出来').tap();
  await liu.see('办好了，已经告诉本人');

  const chen = await cast.call('陈爷爷');
  await chen.lookUntil('pages/inbox/index', () => chen.link(/幸福里居委会按您的嘱咐挂出了互助信息/));
  await chen.link(/幸福里居委会按您的嘱咐挂出了互助信息/).tap();
  await chen.see('幸福里居委会按您的嘱咐挂出的');
  const asked = hereOf(chen.page.url());

  // He thinks better of it, by telephone again.
  const gu = await cast.call('顾老师');
  await gu.lookUntil(asked, () => gu.button('我来帮'));
  await gu.button('我来帮').tap();
  await gu.write('怎么称呼您', '顾老师');
  await gu.write('您的电话', '02155500177');
  await gu.onSheet('发给对方').tap();
  await gu.see('等对方同意');
  await liu.role('radio', /^陈\*顺/).tap();
  await liu.role('radio', '回拨登记的电话核对了身份').tap();
  await liu.link(/^陪同看病/).tap();
  await liu.onSheet('这次不行').tap();
  await gu.lookUntil(hereOf(gu.page.url()), () => gu.page.getByText('幸福里居委会替对方 说这次不行'));
  await chen.goTo(hereOf(gu.page.url()));
  await chen.see('幸福里居委会替您 说这次不行');
  await chen.see('回拨登记的电话核对了身份');
  await chen.goTo('civic/access-log/index');
  await chen.see('幸福里居委会');
  expect(cast.trouble()).toEqual([]);
});
