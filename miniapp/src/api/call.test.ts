import type { Session } from '@suishoupai/shared/people/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/contract';
import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error.ts';
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
const aPhone = (answers: Answer[], signedInWith?: string) => {
  const sent: Request[] = [];
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
      return `code ${signIns}`;
    },
    exchange: async (code) => aSession(`token of ${code}`),
  });
  const call = makeCall({ send, session, pause: async () => undefined });
  return { call, session, sent, signIns: () => signIns };
};

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

  it.each([['<html>502</html>'], [null], [{ error: { code: 'constructor' } }]])(
    '看不懂的错误算系统出错：%j',
    async (data) => {
      const { call } = aPhone([{ status: 502, data }]);

      await expect(call(ticketRoutes.getHome, home)).rejects.toMatchObject({ code: 'internal' });
    },
  );
});

describe('session', () => {
  it('同时要求登录几次，只换一次凭证，结果一样', async () => {
    const { session, signIns } = aPhone([]);

    const [one, two] = await Promise.all([session.signIn(), session.signIn()]);

    expect(signIns()).toBe(1);
    expect(one).toEqual(two);
  });

  it('别处已经换过的凭证直接用', async () => {
    const { session, signIns } = aPhone([], 'newer');

    expect(await session.renew('old')).toBe('newer');
    expect(signIns()).toBe(0);
  });

  it('退出之后没有凭证', async () => {
    const { session } = aPhone([], 'old');

    session.signOut();

    expect(session.token()).toBeUndefined();
  });
});
