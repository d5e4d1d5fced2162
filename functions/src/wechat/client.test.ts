import { expect, test } from 'vitest';
import { makeApp } from '../http/mount.ts';
import { makeLog } from '../log.ts';
import { makeWeChat } from './client.ts';
import { makeMemoryAccessTokenStore } from './store.ts';

type Answer = object | 'down' | 'not json';
const now = new Date('2026-11-16T02:00:00.000Z');
const silent = { info: () => {}, error: () => {} };

/** WeChat as far as one call sees it: answers by path, in order, and a list of what was asked. */
const wechatThat = (answers: Record<string, Answer[]>) => {
  const asked: string[] = [];
  const fetch = async (input: string | URL | Request) => {
    const url = new URL(String(input));
    asked.push(url.pathname + url.search);
    const answer = answers[url.pathname]?.shift() ?? 'down';
    if (answer === 'down') throw new TypeError('fetch failed');
    return new Response(answer === 'not json' ? '<html>' : JSON.stringify(answer));
  };
  const config = { apiBase: 'https://wechat.test', appId: 'wx1', appSecret: 'secret' };
  const tokens = makeMemoryAccessTokenStore();
  return { asked, tokens, wechat: makeWeChat({ config, tokens, now: () => now, log: silent, fetch }) };
};
const token = (value: string) => ({ access_token: value, expires_in: 7200 });

test('登录凭证换来 openid，会话密钥不外传', async () => {
  const { wechat } = wechatThat({ '/sns/jscode2session': [{ openid: 'o1', session_key: 'k' }] });
  expect(await wechat.exchangeCode('c')).toBe('o1');
});

test.each([
  [40029, 'session.codeInvalid'],
  [40163, 'session.codeInvalid'],
  [40226, 'session.riskyUser'],
  [45011, 'session.tooFrequent'],
  [-1, 'wechat.unavailable'],
  [40013, 'wechat.unavailable'],
])('微信答 %i，居民得到 %s', async (errcode, code) => {
  const { wechat } = wechatThat({ '/sns/jscode2session': [{ errcode, errmsg: 'x, rid: 1' }] });
  await expect(wechat.exchangeCode('c')).rejects.toMatchObject({ code });
});

test.each<[string, Answer]>([
  ['没有应答', 'down'],
  ['应答不是 JSON', 'not json'],
  ['应答里没有 openid', {}],
])('%s，说微信暂时没有响应', async (_, answer) => {
  const { wechat } = wechatThat({ '/sns/jscode2session': [answer] });
  await expect(wechat.exchangeCode('c')).rejects.toMatchObject({ code: 'wechat.unavailable' });
});

test('调用凭证取一次，反复用', async () => {
  const pass = { errcode: 0, result: { suggest: 'pass' } };
  const { wechat, asked } = wechatThat({ '/cgi-bin/stable_token': [token('t1')], '/wxa/msg_sec_check': [pass, pass] });
  expect(await wechat.checkText('o1', '路灯不亮')).toBe('pass');
  expect(await wechat.checkText('o1', '路灯不亮')).toBe('pass');
  expect(asked.filter((path) => path.startsWith('/cgi-bin/stable_token'))).toHaveLength(1);
});

test('微信不认的凭证换一张，再试一次', async () => {
  const { wechat, asked } = wechatThat({
    '/cgi-bin/stable_token': [token('old'), token('new')],
    '/wxa/msg_sec_check': [{ errcode: 42001 }, { errcode: 0, result: { suggest: 'pass' } }],
  });
  expect(await wechat.checkText('o1', '路灯不亮')).toBe('pass');
  expect(asked.at(-1)).toContain('access_token=new');
});

test.each<[string, Answer]>([
  ['review', { errcode: 0, result: { suggest: 'review' } }],
  ['risky', { errcode: 0, result: { suggest: 'risky' } }],
  ['报错', { errcode: 61010 }],
  ['没有应答', 'down'],
  ['看不懂的应答', { errcode: 0 }],
])('文字检查：%s，都等人来看', async (_, answer) => {
  const { wechat } = wechatThat({ '/cgi-bin/stable_token': [token('t')], '/wxa/msg_sec_check': [answer] });
  expect(await wechat.checkText('o1', '路灯不亮')).toBe('held');
});

test('图片检查给出追踪号，不收就说失败', async () => {
  const { wechat } = wechatThat({
    '/cgi-bin/stable_token': [token('t')],
    '/wxa/media_check_async': [{ errcode: 0, trace_id: 'tr' }, { errcode: 61010 }, 'down'],
  });
  const photo = { openid: 'o1', url: 'https://photos.test/a.jpg' };
  expect(await wechat.checkImage(photo)).toEqual({ traceId: 'tr' });
  expect(await wechat.checkImage(photo)).toBe('failed');
  expect(await wechat.checkImage(photo)).toBe('failed');
});

test('订阅消息：没有额度不重试，出错不抛', async () => {
  const { wechat, asked } = wechatThat({
    '/cgi-bin/stable_token': [token('t')],
    '/cgi-bin/message/subscribe/send': [{ errcode: 0 }, { errcode: 43101 }, 'down'],
  });
  const message = { openid: 'o1', templateId: 't1', page: 'pages/ticket/index', data: {} };
  expect(await wechat.sendMessage(message)).toBe('sent');
  expect(await wechat.sendMessage(message)).toBe('refused');
  expect(await wechat.sendMessage(message)).toBe('refused');
  expect(asked.filter((path) => path.startsWith('/cgi-bin/message'))).toHaveLength(3);
});

test('出错时，日志里没有小程序密钥、登录凭证、调用凭证和会话密钥', async () => {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const log = makeLog({ info: write, error: write });
  const config = { apiBase: 'https://wechat.test', appId: 'wx1', appSecret: 'app-secret' };
  const answers: ((url: string) => Response)[] = [
    (url) => {
      throw new TypeError(`Failed to parse URL from ${url}`, { cause: Object.assign(new Error(url), { code: 'ERR' }) });
    },
    () => new Response('{"openid":"open-1","session_key":"session-secret"}}'),
    () => new Response('{"access_token":"call-secret"]'),
    () => Response.json({ errcode: 41002, errmsg: 'appid missing, rid: 1' }),
  ];
  for (const answer of answers) {
    const fetch = async (input: string | URL | Request) => answer(String(input));
    const app = makeApp({ log });
    const wechat = makeWeChat({ config, tokens: makeMemoryAccessTokenStore(), now: () => now, log, fetch });
    app.get('/', async (context) => context.text(await wechat.exchangeCode('login-secret')));
    expect((await app.request('/')).status).toBe(503);
    await wechat.checkText('open-1', '路灯不亮');
  }
  const whole = lines.join('\n');
  expect(whole).toContain('/sns/jscode2session: TypeError ERR');
  expect(whole).not.toMatch(/secret|open-1|路灯/);
});
