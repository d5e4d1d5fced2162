import { commentRoutes } from '@suishoupai/shared/comments/contract';
import { routeUrl } from '@suishoupai/shared/contract/route';
import type { ActionId, TicketId } from '@suishoupai/shared/ids';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { newTail } from './ballots/electorate.ts';
import { inTurn } from './ballots/in-turn.ts';
import { storesOf } from './ballots/metered.ts';
import { phoneTo } from './ballots/visits.ts';
import { launchBrowser } from './browser.ts';
import { foundTown } from './chapters/hall-town.ts';
import { jpegOf, meet, type Person, picturesOfAll } from './person.ts';
import { afterPhoto, cameraPhoto } from './photos.ts';
import { type Product, startProduct } from './stack.ts';

const what = '3 号楼门前路灯不亮，晚上看不清台阶';
const [neighbours, commentsEach] = [12, 5];

let product: Product;
let browser: Browser;
let li: Person;
let zhang: Person;
let ticketId: TicketId;

const somebody = async (name: string): Promise<Person> => {
  const person = await meet({ browser, url: product.url });
  await person.signIn(name);
  return person;
};

/** What anybody is told of the ticket. */
const ticket = async () => {
  const { path, response } = ticketRoutes.getTicket;
  const answer = await fetch(product.url + routeUrl(path, { ticketId }));
  return z.parse(response, await answer.json());
};
const stepOf = async (wanted: string) => (await ticket()).events.filter(({ step }) => step === wanted);
const stepsOf = async (wanted: string) => (await stepOf(wanted)).length;

/** Without DynamoDB the stream poller of serverless-offline sooner or later takes its process with it; Lambda's instances would come back. */
const databaseBack = async () => {
  await product.parts.functions.kill();
  await product.parts.dynamodb.start();
  await product.parts.functions.start();
};

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ demo: false, isOnDisk: true }), launchBrowser()]);
  await foundTown(product);
  [li, zhang] = [await somebody('李阿姨'), await somebody('张师傅')];
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') console.error((await picturesOfAll(task.id)).join('\n'));
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** Each part of the running product is killed in the middle of what people do, and comes back. */
describe('一部分停了又回来', () => {
  test('照片存储停了：说没有传上去，回来以后再试一次就好', async () => {
    await li.goTo('report/form/index');
    await product.parts.s3.kill();
    await li.choosePhoto('拍照或选照片', jpegOf(await cameraPhoto()));
    await li.button(/^第 1 张照片，重试，没有传上去/).waitFor();
    await product.parts.s3.start();
    await li.button(/^第 1 张照片，重试，没有传上去/).tap();
    await li.button('第 1 张照片，好了').waitFor();
    expect(li.trouble).toEqual([]);
  });

  test('提交时数据库停了：存在手机里；回来以后打开小程序就发出，只有一件', async () => {
    await li.role('radio', '路灯').tap();
    await li.write('补充说明，可以不写', what);
    await li.button('提交 · 将派给 幸福物业').waitFor();
    await product.parts.dynamodb.kill();
    await li.button('提交 · 将派给 幸福物业').tap();
    await li.see('已存在手机里');
    await li.see('会自动发出，关掉小程序也不会丢');
    await databaseBack();
    await li.page.reload();
    await li.see('已派给 幸福物业');
    await li.goTo('pages/my-tickets/index');
    await li.see('都在这里了');
    const mine = li.link(new RegExp(`^${what}`));
    expect(await mine.count()).toBe(1);
    await mine.tap();
    await li.see('办理经过');
    ticketId = z.parse(z.string(), new URLSearchParams(li.page.url().split('?')[1]).get('id')) as TicketId;
    expect(await stepsOf('report')).toBe(1);
    expect(li.trouble).toEqual([]);
  });

  test('接单时云函数停了：存在手机里；回来以后发出，留痕里只有一次接单', async () => {
    await zhang.link(/^待办 · 幸福物业/).tap();
    await zhang.button(`接单：${what}`).waitFor();
    await product.parts.functions.kill();
    await zhang.button(`接单：${what}`).tap();
    await zhang.see('已存在手机里，有网时自动发出');
    await zhang.goTo('pages/inbox/index');
    await zhang.see('服务暂时没有响应');
    await product.parts.functions.start();
    await zhang.page.reload();
    await expect.poll(() => stepsOf('accept'), { timeout: 20_000 }).toBe(1);
  });

  test('微信停了：照样办理，没审过的不公开；社区看过就公开，消息只有一条', async () => {
    await product.parts.wechat.kill();
    await zhang.goTo('pages/me/index');
    await zhang.link(/^待办 · 幸福物业/).tap();
    await zhang.button(`处理：${what}`).tap();
    await zhang.button('处理反馈').tap();
    await zhang.choosePhoto('处理后照片', { name: 'after.png', mimeType: 'image/png', buffer: await afterPhoto() });
    await zhang.role('checkbox', '已更换损坏部件').tap();
    await zhang.button('提交处理结果').tap();
    await zhang.see('已提交，等待核查');
    const held = (await stepOf('resolve'))[0];
    expect({ note: held?.note, photos: held?.photos }).toEqual({ note: undefined, photos: [] });
    await product.parts.wechat.start();
    // Without a verdict a person decides.
    const liu = await somebody('刘书记');
    await liu.goTo(`staff/handle/index?id=${ticketId}`);
    await liu.see('公开审核');
    for (let left = await liu.button(/^公开$/).count(); left > 0; left -= 1) {
      await liu
        .button(/^公开$/)
        .first()
        .tap();
      await expect.poll(() => liu.button(/^公开$/).count()).toBe(left - 1);
    }
    await expect.poll(async () => (await stepOf('resolve'))[0]?.photos.length, { timeout: 20_000 }).toBe(1);
    const notice = () => li.link(new RegExp(`^已处理，修好了吗？，(未读，)?${what}`));
    await li.lookUntil('pages/inbox/index', notice);
    expect(await notice().count()).toBe(1);
  });

  test('办结那一刻云函数和数据库都停了：回来以后积分一笔，核查一次', async () => {
    await li.link(new RegExp(`^已处理，修好了吗？，(未读，)?${what}`)).tap();
    const [answer] = await Promise.all([
      li.page.waitForResponse(
        (response) => response.request().method() === 'POST' && response.url().endsWith('/confirm'),
      ),
      li.button('修好了').tap(),
    ]);
    expect(answer.status()).toBe(200);
    await product.parts.dynamodb.kill();
    await databaseBack();
    const line = () => li.link(/^上报修好，.*，\+10 分$/);
    await li.lookUntil('pages/points/index', line);
    expect(await line().count()).toBe(1);
    expect(await stepsOf('confirm')).toBe(1);
  });

  test('十二个人一边说话，数据库和云函数一边停：收到回执的一句不少，一句不重', async () => {
    const { people, comments } = storesOf(product);
    const phone = phoneTo(product);
    const now = product.clock.now();
    const tokens: string[] = [];
    for (let person = 0; person < neighbours; person += 1) {
      const { id } = await people.admit(`openid-neighbour-${person}`, `usr_${newTail()}`, now);
      tokens.push(await phone.signIn(id));
    }
    const sayings = tokens.flatMap((token, person) =>
      Array.from({ length: commentsEach }, (_, index) => ({
        token,
        body: { id: `act_${newTail()}` as ActionId, text: `邻居 ${person} 的第 ${index + 1} 句` },
      })),
    );
    let acknowledged = 0;
    let unanswered = 0;
    const { functions, dynamodb } = product.parts;
    const restarts: Promise<void>[] = [];
    const strike = () => {
      if (acknowledged === 8) restarts.push(functions.kill().then(functions.start));
      if (acknowledged === 30) restarts.push(dynamodb.kill().then(databaseBack));
    };
    await inTurn(sayings, 8, async ({ token, body }) => {
      for (;;) {
        await Promise.all(restarts);
        const code = await phone.call(commentRoutes.addComment, token, { params: { ticketId }, body }).then(
          (answer) => answer.code,
          () => 'cut',
        );
        if (code === '') break;
        expect(['cut', '502', 'internal']).toContain(code);
        unanswered += 1;
      }
      acknowledged += 1;
      strike();
    });
    expect(unanswered).toBeGreaterThan(0);
    // Of those who never opened WeChat it gives no verdict: each of their words waits for the community, once the stream has come to it.
    const kept = async () => {
      const records = [];
      for (let page = await comments.list(ticketId); ; page = await comments.list(ticketId, page.next)) {
        records.push(...page.items);
        if (page.next === undefined) return records;
      }
    };
    const judged = async () => (await kept()).filter(({ safety }) => safety === 'held').length;
    await expect.poll(judged, { timeout: 60_000 }).toBe(sayings.length);
    expect((await kept()).map(({ id }) => id).toSorted()).toEqual(sayings.map(({ body }) => body.id).toSorted());
  });
});
