import { commentRoutes } from '@suishoupai/shared/comments/contract';
import type { Route } from '@suishoupai/shared/contract/route';
import { allRoutes } from '@suishoupai/shared/contract/routes';
import { mediaRoutes } from '@suishoupai/shared/media/contract';
import { fileRoutes } from '@suishoupai/shared/media/file-routes';
import { rewardRoutes } from '@suishoupai/shared/rewards/routes';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { beforeEach, describe, expect, test } from 'vitest';
import { aMediaId, anActionId, aTicketId, inside, lampCode } from '../../test/builders.ts';
import { makeJourney } from '../../test/journey.ts';
import { aService, type Person, type Service, wuye } from '../../test/service.ts';
import { anOrderId, makeShop } from '../rewards/rewards.builder.ts';
import { makeForum } from '../topics/topic.builder.ts';
import { makeCrew } from '../volunteering/volunteering.builder.ts';
import { addressee, makeTurns, type Taker, turnLimits } from './turns.ts';

let service: Service;
beforeEach(async () => {
  service = await aService();
});

/** All turns of somebody at something, taken. */
const exhaust = async (what: keyof typeof turnLimits, who: Taker) => {
  const { spend } = makeTurns(service.stores.turns);
  for (let taken = 0; taken < turnLimits[what].most * 10; taken += 1) await spend(what, who, service.now());
};
const asStaff = ({ personId }: Person): Taker => ({ personId, grants: [wuye] });
const tooOften = { status: 429, error: { code: 'request.tooOften', retryAfter: expect.any(Number) } };

type Try = {
  what: keyof typeof turnLimits;
  who: Person;
  /** Asks for something new, or for the same thing again. */
  ask: (isAgain: boolean) => Promise<{ status: number; error: object; body: object }>;
};

/** For each route that has turns: somebody, and what they ask for. */
const tries = {
  createUpload: async (): Promise<Try> => {
    const who = await service.signIn('li');
    const first = aMediaId();
    const ask = (isAgain: boolean) =>
      service.call(mediaRoutes.createUpload, {
        token: who.token,
        body: { id: isAgain ? first : aMediaId(), contentType: 'image/jpeg', size: 1000 },
      });
    return { what: 'upload', who, ask };
  },
  createFileUpload: async (): Promise<Try> => {
    const who = await service.signIn('li', wuye);
    const first = aMediaId();
    const ask = (isAgain: boolean) =>
      service.call(fileRoutes.createFileUpload, {
        token: who.token,
        body: { id: isAgain ? first : aMediaId(), kind: 'pdf', size: 1000 },
      });
    return { what: 'upload', who, ask };
  },
  enterTicket: async (): Promise<Try> => {
    const { cast } = await makeJourney(service);
    const first = aTicketId();
    const ask = (isAgain: boolean) =>
      service.call(ticketRoutes.enterTicket, {
        token: cast.grid.token,
        body: {
          ...{ id: isAgain ? first : aTicketId(), channel: 'patrol', categoryCode: lampCode, description: '路灯不亮' },
          ...{ place: { point: inside, label: '3 栋东门' }, photoIds: [] },
        },
      });
    return { what: 'enter', who: cast.grid, ask };
  },
  addComment: async (): Promise<Try> => {
    const on = await makeJourney(service);
    const { id: ticketId } = await on.report();
    const first = anActionId();
    const ask = (isAgain: boolean) =>
      service.call(commentRoutes.addComment, {
        token: on.cast.wang.token,
        params: { ticketId },
        body: { id: isAgain ? first : anActionId(), text: '我家也看得到' },
      });
    return { what: 'comment', who: on.cast.wang, ask };
  },
  addVoice: async (): Promise<Try> => {
    const on = await makeForum(service);
    const { id: topicId } = await on.propose();
    const first = anActionId();
    const ask = (isAgain: boolean) =>
      service.call(topicRoutes.addVoice, {
        token: on.cast.li.token,
        params: { topicId },
        body: { id: isAgain ? first : anActionId(), stance: 'for', text: '赞成' },
      });
    return { what: 'voice', who: on.cast.li, ask };
  },
  redeemReward: async (): Promise<Try> => {
    const shop = await makeShop(service);
    const who = await shop.someone('li');
    const [rewardId, first] = [await shop.shelved(), anOrderId()];
    return {
      what: 'order',
      who,
      ask: (isAgain) => shop.redeem(who, rewardId, isAgain ? { id: first } : {}),
    };
  },
  signUp: async (): Promise<Try> => {
    const on = await makeCrew(service);
    const { id } = await on.published();
    const { li } = on.cast;
    const first = anActionId();
    const ask = async (isAgain: boolean) => {
      if (!isAgain) await on.withdraw(id, li, first);
      return on.signUp(id, li, isAgain ? first : anActionId());
    };
    return { what: 'signUpAgain', who: li, ask };
  },
};

describe.each(Object.entries(tries))('%s', (_, prepare) => {
  test('次数用完就说等多久；先前收下的那一次，再来还是那个答复', async () => {
    const { what, who, ask } = await prepare();
    const first = await ask(true);
    expect(first.status).toBe(200);
    await exhaust(what, asStaff(who));
    expect(await ask(false)).toMatchObject(tooOften);
    const again = await ask(true);
    expect([again.status, 'id' in again.body && again.body.id]).toEqual([200, 'id' in first.body && first.body.id]);
  });
});

test('每条会说「太频繁」的接口都在这里试过', () => {
  const limited = Object.entries<Route>(allRoutes).filter(([, { errors }]) => errors.includes('request.tooOften'));
  const names = limited.map(([name]) => name).filter((name) => name !== 'signIn' && name !== 'redeemForResident');
  expect(names.toSorted()).toEqual(Object.keys(tries).toSorted());
});

test('下一段时间又可以；等多久写在答复里，也写在 Retry-After 里', async () => {
  const { what, who, ask } = await tries.createUpload();
  await exhaust(what, asStaff(who));
  const body = JSON.stringify({ id: aMediaId(), contentType: 'image/jpeg', size: 1000 });
  const headers = { authorization: `Bearer ${who.token}`, 'content-type': 'application/json' };
  const refused = await service.fetch(mediaRoutes.createUpload.path, { method: 'POST', headers, body });
  const { error } = (await refused.json()) as { error: { retryAfter: number; message: string } };
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, String(error.retryAfter)]);
  expect(error.message).toContain('您填写的内容都还在');
  await service.moveTo(new Date(service.now().getTime() + error.retryAfter * 1000).toISOString());
  expect((await ask(false)).status).toBe(200);
});

test('替别人办事的工作人员，次数是居民的十倍', async () => {
  const { take } = makeTurns(service.stores.turns);
  const clerk = { personId: 'usr_clerk', grants: [wuye] };
  for (let taken = 0; taken < turnLimits.comment.most * 10; taken += 1) await take('comment', clerk, service.now());
  await expect(take('comment', clerk, service.now())).rejects.toMatchObject({ code: 'request.tooOften' });
});

describe('登录', () => {
  const signIn = async (sourceIp: string | undefined, forwarded = '203.0.113.9') => {
    const seenBy = sourceIp === undefined ? undefined : { requestContext: { http: { sourceIp } } };
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': forwarded, 'x-real-ip': forwarded };
    const response = await service.fetch(
      allRoutes.signIn.path,
      { method: 'POST', headers, body: JSON.stringify({ code: 'someone' }) },
      seenBy,
    );
    return response.status;
  };

  test('一个地址的次数用完，别的地址照样；写什么 X-Forwarded-For 都不管用', async () => {
    await exhaust('signIn', addressee('198.51.100.7'));
    expect([await signIn('198.51.100.7'), await signIn('198.51.100.7', '192.0.2.1')]).toEqual([429, 429]);
    // Nobody has agreed to the policy yet: let in, and asked for that.
    expect([await signIn('198.51.100.8', '198.51.100.7'), await signIn(undefined)]).toEqual([403, 403]);
  });

  test.each([
    ['198.51.100.7', 'ip#198.51.100.7'],
    ['2001:db8:1:2:3:4:5:6', 'ip#2001:db8:1:2'],
    ['2001:db8::6', 'ip#2001:db8:0:0'],
    ['::1', 'ip#0:0:0:0'],
    [undefined, 'ip#unknown'],
  ])('%s 算作 %s', (address, expected) => {
    expect(addressee(address)).toBe(expected);
  });
});

test('退来退去的订单算次数，拿着的不算', async () => {
  const shop = await makeShop(service);
  const li = await shop.someone('li', 100_000);
  const rewardId = await shop.shelved({ price: 1 }, 500);
  const order = () => shop.redeem(li, rewardId, { points: 1 });
  for (let held = 0; held < turnLimits.order.most + 5; held += 1) expect((await order()).status).toBe(200);
  for (let round = 0; round < turnLimits.order.most; round += 1) {
    const { body } = await order();
    await service.call(rewardRoutes.cancelOrder, {
      token: li.token,
      params: { orderId: body.id },
      body: { id: anActionId() },
    });
  }
  expect(await order()).toMatchObject(tooOften);
});
