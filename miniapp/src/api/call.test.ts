import type { Session } from '@suishoupai/shared/people/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorCode } from './api-error.ts';
import { makeCall } from './call.ts';
import type { Request, Send } from './send.ts';
import { makeSession } from './session.ts';

type Answer = { status: number; data: unknown } | 'lost';

const refusal = (status: number, code: string): Answer => ({ status, data: { error: { code, message: code } } });
const ok = (data: unknown): Answer => ({ status: 200, data });

const aSession = (token: string): Session => ({
  token,
  expiresAt: '2026-11-21T10:00:00.000Z',
  me: { id: 'usr_01jd0000000000000000000000', grants: [] },
});

/** A phone whose network gives the listed answers in turn, and whose WeChat gives a new token at every sign-in. */
const aPhone = (answers: Answer[], signedInWith?: string, weChatSays?: ApiErrorCode) => {
  const sent: Request[] = [];
  const agreed: (string | undefined)[] = [];
  let lapses = 0;
  let isConsentNeeded = false;
  let value = signedInWith === undefined ? undefined : aSession(signedInWith);
  let signIns = 0;
  const send: Send = async (request) => {
    sent.push(request);
    const answer = answers.shift() ?? 'lost';
    if (answer === 'lost') throw new ApiError('network');
    return answer;
  };
  const session = makeSession({
    kept: {
      get: () => value,
      set: (next) => {
        value = next;
      },
      subscribe: () => () => undefined,
    },
    newCode: async () => {
      signIns += 1;
      if (weChatSays !== undefined) throw new ApiError(weChatSays);
      return `code ${signIns}`;
    },
    exchange: async (code, agreedTo) => {
      agreed.push(agreedTo);
      if (isConsentNeeded && agreedTo === undefined) throw new ApiError('consent.needed');
      return aSession(`token of ${code}`);
    },
    onLapse: () => {
      lapses += 1;
    },
  });
  const call = makeCall({ send, session, pause: async () => undefined });
  const askAgain = () => {
    isConsentNeeded = true;
  };
  return { call, session, sent, agreed, askAgain, signIns: () => signIns, lapses: () => lapses };
};

const version = '2026-11-22';
const cards = { items: [] };
const home = { query: {} };
const notices = { query: {} };
const allowed = { body: { id: 'act_01jd0000000000000000000000' as const, accepted: ['ticketProgress' as const] } };

describe('call', () => {
  it('未登录也能看公开的内容，不带凭证', async () => {
    const { call, sent } = aPhone([ok(cards)]);

    const answer = await call(ticketRoutes.listTickets, { query: { communityId: 'xingfuli' } });

    expect(answer).toEqual(cards);
    expect(sent).toEqual([
      { method: 'GET', url: '/v1/tickets?communityId=xingfuli', body: undefined, token: undefined },
    ]);
  });

  it('未登录时要登录的请求不发出去', async () => {
    const { call, sent } = aPhone([]);

    await expect(call(peopleRoutes.getMe)).rejects.toMatchObject({ code: 'session.missing' });

    expect(sent).toEqual([]);
  });

  it('凭证过期时悄悄换一次，再发同样的请求', async () => {
    const { call, sent } = aPhone([refusal(401, 'session.expired'), ok(cards)], 'old');

    await call(peopleRoutes.listNotices, notices);

    expect(sent.map(({ token }) => token)).toEqual(['old', 'token of code 1']);
  });

  it('换了凭证还被拒绝就如实说，不再换', async () => {
    const { call, signIns } = aPhone([refusal(401, 'session.expired'), refusal(401, 'session.expired')], 'old');

    await expect(call(peopleRoutes.listNotices, notices)).rejects.toMatchObject({ code: 'session.expired' });

    expect(signIns()).toBe(1);
  });

  it('几个请求同时遇到过期，只登录一次', async () => {
    const expired = refusal(401, 'session.expired');
    const { call, signIns } = aPhone([expired, expired, expired, ok(home), ok(home), ok(home)], 'old');

    await Promise.all([1, 2, 3].map(() => call(ticketRoutes.getHome, home)));

    expect(signIns()).toBe(1);
  });

  it('读不到回应时再读一次', async () => {
    const { call, sent } = aPhone(['lost', ok(cards)], 'old');

    await call(peopleRoutes.listNotices, notices);

    expect(sent).toHaveLength(2);
  });

  it('带编号的写入没有回应时，用同一个编号再发一次', async () => {
    const { call, sent } = aPhone(['lost', ok({ remaining: {} })], 'old');

    await call(peopleRoutes.addSubscriptions, allowed);

    expect(sent.map(({ body }) => body)).toEqual([allowed.body, allowed.body]);
  });

  it('没有编号的写入不重发', async () => {
    const { call, sent } = aPhone(['lost'], 'old');

    await expect(call(peopleRoutes.readNotices, { body: { upTo: 'n1' } })).rejects.toMatchObject({ code: 'network' });

    expect(sent).toHaveLength(1);
  });

  it('服务说的错误带着代码、原话和出错的地方', async () => {
    const details = [{ field: 'body.description', rule: 'maxLength', message: '最多 500 字' }];
    const data = { error: { code: 'request.invalid', message: '请检查', details } };
    const { call } = aPhone([{ status: 400, data }]);

    await expect(call(ticketRoutes.getHome, home)).rejects.toMatchObject({
      code: 'request.invalid',
      message: '请检查',
      details,
    });
  });

  it.each([
    [502, '<html>502</html>', 'gateway', '服务暂时没有响应，请稍后再试'],
    [503, null, 'gateway', '服务暂时没有响应，请稍后再试'],
    [500, { error: { code: 'constructor' } }, 'gateway', '服务暂时没有响应，请稍后再试'],
    [429, { message: 'Too Many Requests' }, 'tooFrequent', '操作太频繁，请稍后再试'],
    [404, '', 'internal', '系统出错了，我们已经记录。请稍后再试'],
  ])('不是服务说的 %i 不说成我们记录过的错：%j', async (status, data, code, message) => {
    const { call } = aPhone([{ status, data }]);

    await expect(call(ticketRoutes.getHome, home)).rejects.toMatchObject({ code, message });
  });

  it('服务自己说的 500 和 429 照它说的', async () => {
    const { call } = aPhone([refusal(500, 'internal'), refusal(429, 'session.tooFrequent')]);

    await expect(call(ticketRoutes.getHome, home)).rejects.toMatchObject({ code: 'internal' });
    await expect(call(ticketRoutes.getHome, home)).rejects.toMatchObject({ code: 'session.tooFrequent' });
  });
});

describe('凭证过期又换不到新的', () => {
  const expired = refusal(401, 'session.expired');

  it.each(['wechat.unavailable', 'session.riskyUser', 'network'] as const)(
    '%s：公开的内容不带凭证再读一次',
    async (code) => {
      const { call, sent } = aPhone([expired, ok(cards)], 'old', code);

      expect(await call(ticketRoutes.getHome, home)).toEqual(cards);
      expect(sent.map(({ token }) => token)).toEqual(['old', undefined]);
    },
  );

  it('不带凭证也读不到，就说为什么换不到', async () => {
    const { call } = aPhone([expired, refusal(404, 'ticket.notFound')], 'old', 'wechat.unavailable');

    await expect(call(ticketRoutes.getHome, home)).rejects.toMatchObject({ code: 'wechat.unavailable' });
  });

  it('要登录的内容照实说，不再发', async () => {
    const { call, sent } = aPhone([expired], 'old', 'session.riskyUser');

    await expect(call(peopleRoutes.listNotices, notices)).rejects.toMatchObject({ code: 'session.riskyUser' });

    expect(sent).toHaveLength(1);
  });
});

describe('要重新同意', () => {
  const expired = refusal(401, 'session.expired');

  it('几个请求一起遇到，只请人看一次；公开的内容照样看得到', async () => {
    const { call, session, askAgain, lapses } = aPhone([expired, expired, ok(home), ok(home)], 'old');
    askAgain();

    await Promise.all([1, 2].map(() => call(ticketRoutes.getHome, home)));

    expect(lapses()).toBe(1);
    expect(session.token()).toBeUndefined();
  });

  it('要登录的内容说要先同意，之后不再去换', async () => {
    const { call, askAgain, signIns } = aPhone([expired], 'old');
    askAgain();

    await expect(call(peopleRoutes.listNotices, notices)).rejects.toMatchObject({ code: 'consent.needed' });
    await expect(call(peopleRoutes.listNotices, notices)).rejects.toMatchObject({ code: 'session.missing' });

    expect(signIns()).toBe(1);
  });
});

describe('session', () => {
  it('同时要求登录几次，只换一次凭证，结果一样', async () => {
    const { session, signIns } = aPhone([]);

    const [one, two] = await Promise.all([session.signIn(version), session.signIn(version)]);

    expect(signIns()).toBe(1);
    expect(one).toEqual(two);
  });

  it('没有登录就不替人登录：同意要本人来说', async () => {
    const [signedIn, stranger] = [aPhone([], 'old'), aPhone([])];

    await signedIn.session.ensure();
    await expect(stranger.session.ensure()).rejects.toMatchObject({ code: 'session.missing' });

    expect([signedIn.signIns(), stranger.signIns()]).toEqual([0, 0]);
  });

  it('登录带着刚同意的版本，悄悄换凭证不带', async () => {
    const { session, agreed } = aPhone([]);

    await session.signIn(version);
    await session.renew('token of code 1');

    expect(agreed).toEqual([version, undefined]);
  });

  it('正在悄悄换凭证时本人来登录，等它过去，再带着同意去', async () => {
    const { session, agreed, askAgain, lapses } = aPhone([], 'old');
    askAgain();

    const [renewed] = await Promise.allSettled([session.renew('old'), session.signIn(version)]);

    expect(renewed.status).toBe('rejected');
    expect(agreed).toEqual([undefined, version]);
    expect(lapses()).toBe(1);
    expect(session.token()).toBe('token of code 2');
  });

  it('别处已经换过的凭证直接用', async () => {
    const { session, signIns } = aPhone([], 'newer');

    expect(await session.renew('old')).toBe('newer');
    expect(signIns()).toBe(0);
  });

  it('回应来之前已经退出，不再替人登录', async () => {
    const { session, signIns } = aPhone([], 'old');

    session.signOut();

    await expect(session.renew('old')).rejects.toMatchObject({ code: 'session.missing' });
    expect(signIns()).toBe(0);
  });

  it('退出之后没有凭证', async () => {
    const { session } = aPhone([], 'old');

    session.signOut();

    expect(session.token()).toBeUndefined();
  });
});
