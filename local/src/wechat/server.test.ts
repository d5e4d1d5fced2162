import { createDecipheriv, createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { freePort } from '../free-port.ts';
import { openidOf, personas } from './personas.ts';
import { startWeChat, type WeChatOptions, type WeChatServer } from './server.ts';

const appId = 'wx0123456789abcdef';
const appSecret = 'secret';
const pushToken = 'AAAAA';
const aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const template = { name: 'ticketProgress', id: 'tmpl-1', fields: ['thing1', 'phrase2', 'time3'] };
const goodData = {
  thing1: { value: '路灯不亮' },
  phrase2: { value: '已办结' },
  time3: { value: '2026年11月3日 15:01' },
};
const li = openidOf('resident-li', appId);

const Answer = z.looseObject({
  errcode: z.optional(z.int()),
  errmsg: z.optional(z.string()),
  openid: z.optional(z.string()),
  code: z.optional(z.string()),
  access_token: z.optional(z.string()),
  expires_in: z.optional(z.int()),
  trace_id: z.optional(z.string()),
});

let wechat: WeChatServer;
let clock: number;
let directory: string;
/** The service's push endpoint and, on other paths, pictures to download. */
let service: Server;
let servicePort: number;
let pushes: { query: URLSearchParams; body: string }[];
let pushAnswers: string[];
let picture: Buffer;

const start = async (more: Partial<WeChatOptions> = {}) => {
  wechat = await startWeChat({
    appId,
    appSecret,
    templates: [template],
    push: { url: `http://127.0.0.1:${servicePort}/wechat/push`, token: pushToken, retryDelayMs: 1 },
    now: () => clock,
    ...more,
  });
};

beforeEach(async () => {
  clock = Date.parse('2026-11-03T08:00:00Z');
  directory = mkdtempSync(join(tmpdir(), 'wechat-'));
  pushes = [];
  pushAnswers = [];
  picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#456' } })
    .jpeg()
    .toBuffer();
  servicePort = await freePort();
  service = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/picture') return response.end(picture);
    if (url.pathname !== '/wechat/push') return response.writeHead(404).end();
    pushes.push({ query: url.searchParams, body: await new Response(request).text() });
    return response.end(pushAnswers.shift() ?? 'success');
  });
  await new Promise<void>((resolve) => service.listen(servicePort, '127.0.0.1', resolve));
  await start();
});

afterEach(async () => {
  await wechat.stop();
  service.closeAllConnections();
  service.close();
  rmSync(directory, { recursive: true });
});

const ask = async (path: string, body?: unknown) => {
  const init =
    body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await fetch(`${wechat.url}${path}`, init);
  return z.parse(Answer, await response.json());
};
const codeFor = async (persona: string) => (await ask('/demo/login', { persona })).code ?? '';
const session = (query: Record<string, string>) =>
  ask(
    `/sns/jscode2session?${new URLSearchParams({ appid: appId, secret: appSecret, grant_type: 'authorization_code', ...query })}`,
  );
const signIn = async (persona = 'resident-li') => session({ js_code: await codeFor(persona) });
const token = async (more: object = {}) =>
  ask('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret: appSecret, ...more });
const withToken = async (path: string, body: unknown) =>
  ask(`${path}?access_token=${(await token()).access_token}`, body);

test('a code of wx.login gives the openid of that persona, always the same, and a session key', async () => {
  const first = await signIn();
  const second = await signIn();

  expect(first).toEqual({ openid: li, session_key: expect.any(String) });
  expect(second.openid).toBe(li);
});

test('a code works once', async () => {
  const code = await codeFor('resident-li');
  await session({ js_code: code });

  expect((await session({ js_code: code })).errcode).toBe(40163);
});

test('a code ends after five minutes', async () => {
  const code = await codeFor('resident-li');
  clock += 5 * 60_000 + 1;

  expect((await session({ js_code: code })).errcode).toBe(40029);
});

test('codes, visits and quotas outlive a restart', async () => {
  const stateFile = join(directory, 'wechat.json');
  await wechat.stop();
  await start({ stateFile });
  const code = await codeFor('resident-li');
  await ask('/demo/subscribe', { persona: 'resident-li', templates: [template.id] });
  await wechat.stop();
  await start({ stateFile });

  expect((await session({ js_code: code })).openid).toBe(li);
  expect((await session({ js_code: code })).errcode).toBe(40163);
  const sent = await withToken('/cgi-bin/message/subscribe/send', {
    touser: li,
    template_id: template.id,
    data: goodData,
  });
  expect(sent.errcode).toBe(0);
});

test.each<[string, Record<string, string>, number]>([
  ['a made-up code', { js_code: 'made-up' }, 40029],
  ['a prototype’s name as code', { js_code: '__proto__' }, 40029],
  ['no code', { js_code: '' }, 41008],
  ['no app id', { js_code: 'x', appid: '' }, 41002],
  ['no secret', { js_code: 'x', secret: '' }, 41004],
  ['another app id', { js_code: 'x', appid: 'wx1' }, 40013],
  ['another secret', { js_code: 'x', secret: 'guess' }, 40125],
  ['another grant', { js_code: 'x', grant_type: 'password' }, 40002],
])('sign-in with %s', async (_, query, errcode) => {
  expect((await session(query)).errcode).toBe(errcode);
});

test('a risky account is not let in', async () => {
  expect((await signIn('risky')).errcode).toBe(40226);
});

test('one person signs in so often a minute and no more; another person still can', async () => {
  await wechat.stop();
  await start({ signInsPerMinute: 2 });

  const answers = [await signIn(), await signIn(), await signIn(), await signIn('resident-wang')];
  clock += 60_001;
  const later = await signIn();

  expect(answers.map(({ errcode }) => errcode)).toEqual([undefined, undefined, 45011, undefined]);
  expect(later.errcode).toBeUndefined();
});

test('everyone gets the same token until five minutes before its end; then the old one works five minutes more', async () => {
  const first = await token();
  clock += 6_900_000 - 1;
  const same = await token();
  clock += 1;
  const next = await token();
  await signIn();
  const check = { version: 2, scene: 3, openid: li, content: '你好' };
  const withOld = () => ask(`/wxa/msg_sec_check?access_token=${first.access_token}`, check);
  const before = await withOld();
  clock += 300_000;
  const after = await withOld();

  expect(first.expires_in).toBe(7200);
  expect(same).toMatchObject({ access_token: first.access_token, expires_in: 300 });
  expect(next.access_token).not.toBe(first.access_token);
  expect([before.errcode, after.errcode]).toEqual([0, 42001]);
});

test('a forced token kills the one before, and may be had every half minute', async () => {
  const first = await token();
  const forced = await token({ force_refresh: true });

  const withFirst = await ask(`/wxa/msg_sec_check?access_token=${first.access_token}`, {});

  expect(forced.access_token).not.toBe(first.access_token);
  expect(withFirst.errcode).toBe(40001);
  expect((await token({ force_refresh: true })).errcode).toBe(45011);
  expect((await token()).access_token).toBe(forced.access_token);
});

test.each<[string, object, number]>([
  ['no app id', { appid: '' }, 41002],
  ['no secret', { secret: '' }, 41004],
  ['another app id', { appid: 'wx1' }, 40013],
  ['another secret', { secret: 'guess' }, 40125],
  ['another grant', { grant_type: 'password' }, 40002],
])('a token with %s', async (_, body, errcode) => {
  expect((await token(body)).errcode).toBe(errcode);
});

test.each([
  ['/cgi-bin/stable_token', 43002],
  ['/wxa/msg_sec_check', 43002],
  ['/nothing/here', 40066],
])('GET %s', async (path, errcode) => {
  expect((await ask(path)).errcode).toBe(errcode);
});

test.each([
  ['', 44002],
  ['{', 47001],
])('a body of %j', async (body, errcode) => {
  expect((await ask('/cgi-bin/stable_token', body)).errcode).toBe(errcode);
});

test('a check without a token, or with one that was never given', async () => {
  expect((await ask('/wxa/msg_sec_check', {})).errcode).toBe(41001);
  expect((await ask('/wxa/msg_sec_check?access_token=x', {})).errcode).toBe(40001);
});

const words = (more: object = {}) =>
  withToken('/wxa/msg_sec_check', { version: 2, scene: 3, openid: li, content: '路灯不亮', ...more });

test.each([
  ['路灯不亮', 'pass', 100],
  ['这是违禁测试', 'risky', 20006],
  ['这是待审测试', 'review', 21000],
])('words: %s → %s', async (content, suggest, label) => {
  await signIn();

  expect(await words({ content })).toMatchObject({
    errcode: 0,
    result: { suggest, label },
    trace_id: expect.any(String),
  });
});

test('the title is looked at too', async () => {
  await signIn();

  expect(await words({ title: '违禁测试' })).toMatchObject({ result: { suggest: 'risky' } });
});

test.each<[string, object, number]>([
  ['more than 2500 characters', { content: '字'.repeat(2501) }, 45002],
  ['nothing', { content: '' }, 44002],
  ['another version', { version: 1 }, 40097],
  ['another scene', { scene: 9 }, 40129],
  ['an openid of nobody', { openid: 'o123' }, 40003],
  ['no openid', { openid: undefined }, 47001],
])('words refused: %s', async (_, more, errcode) => {
  await signIn();

  expect((await words(more)).errcode).toBe(errcode);
});

test('words of a person who was not here for two hours are not checked', async () => {
  expect((await words()).errcode).toBe(61010);
  await signIn();
  expect((await words({ content: '字'.repeat(2500) })).errcode).toBe(0);
  clock += 2 * 3_600_000 + 1;
  expect((await words()).errcode).toBe(61010);
});

const checkPicture = (path = '/picture', more: object = {}) =>
  withToken('/wxa/media_check_async', {
    version: 2,
    scene: 3,
    media_type: 2,
    openid: li,
    media_url: `http://127.0.0.1:${servicePort}${path}`,
    ...more,
  });
const sha1 = (parts: string[]) => createHash('sha1').update(parts.sort().join('')).digest('hex');
const arrived = (count: number) => vi.waitUntil(() => pushes.length === count);

test('the signature of WeChat’s own example', () => {
  expect(sha1(['AAAAA', '1714036504', '1514711492'])).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
});

test.each([
  ['#445566', 'pass'],
  ['#ff00ff', 'risky'],
  ['#00ffff', 'review'],
])('a picture in %s is downloaded and its verdict pushed: %s', async (background, suggest) => {
  picture = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .jpeg()
    .toBuffer();
  await signIn();

  const { errcode, trace_id: traceId } = await checkPicture();

  await arrived(1);
  const [push] = pushes;
  const value = (name: string) => push?.query.get(name) ?? '';
  expect(errcode).toBe(0);
  expect(value('signature')).toBe(sha1([pushToken, value('timestamp'), value('nonce')]));
  expect(JSON.parse(push?.body ?? '')).toMatchObject({
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid: appId,
    trace_id: traceId,
    version: 2,
    errcode: 0,
    result: { suggest },
  });
});

test.each(['/not-there', '/wechat/push'])('a picture that cannot be had or is none: %s', async (path) => {
  await signIn();

  await checkPicture(path);

  await vi.waitUntil(() => pushes.some(({ body }) => body !== ''));
  const event = JSON.parse(pushes.find(({ body }) => body !== '')?.body ?? '');
  expect(event.errcode).toBe(-1008);
  expect(event.result).toBeUndefined();
});

test('in safe mode the event is encrypted and signed twice', async () => {
  await wechat.stop();
  await start({ push: { url: `http://127.0.0.1:${servicePort}/wechat/push`, token: pushToken, aesKey } });
  await signIn();
  const { trace_id: traceId } = await checkPicture();
  await arrived(1);

  const [push] = pushes;
  const value = (name: string) => push?.query.get(name) ?? '';
  const { Encrypt } = JSON.parse(push?.body ?? '');
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(Encrypt, 'base64'), decipher.final()]);
  const end = 20 + plain.readUInt32BE(16);
  const padding = plain.at(-1) ?? 0;

  expect(value('encrypt_type')).toBe('aes');
  expect(value('msg_signature')).toBe(sha1([pushToken, value('timestamp'), value('nonce'), Encrypt]));
  expect(JSON.parse(plain.subarray(20, end).toString()).trace_id).toBe(traceId);
  expect(plain.subarray(end, plain.length - padding).toString()).toBe(appId);
});

test('an event is sent again until it is answered with success, three times at most', async () => {
  pushAnswers = ['busy', '{"error":"no"}', 'success', 'no', 'no', 'no'];
  const silence = vi.spyOn(console, 'error').mockReturnValue();
  await signIn();

  await checkPicture();
  await arrived(3);
  await checkPicture();
  await vi.waitUntil(() => silence.mock.calls.length === 1);

  expect(pushes).toHaveLength(6);
  silence.mockRestore();
});

const send = (more: object = {}) =>
  withToken('/cgi-bin/message/subscribe/send', {
    touser: li,
    template_id: template.id,
    data: goodData,
    page: 'pages/ticket/index?id=1',
    ...more,
  });

test('one accept, one message, and it is there to read', async () => {
  const accepted = await ask('/demo/subscribe', { persona: 'resident-li', templates: ['ticketProgress', 'unknown'] });

  const answers = [await send(), await send()];

  expect(accepted).toEqual({ accepted: ['ticketProgress'] });
  expect(answers.map(({ errcode }) => errcode)).toEqual([0, 43101]);
  expect(await ask(`/demo/messages?openid=${li}`)).toEqual({
    items: [
      {
        openid: li,
        templateId: template.id,
        page: 'pages/ticket/index?id=1',
        data: goodData,
        at: '2026-11-03T08:00:00.000Z',
      },
    ],
  });
  expect(await ask('/demo/messages?persona=resident-wang')).toEqual({ items: [] });
});

test.each<[string, object, number]>([
  ['nobody', { touser: 'o123' }, 40003],
  ['an unknown template', { template_id: 'x' }, 40037],
  ['a page with a leading slash', { page: '/pages/ticket/index' }, 47003],
  ['a field too few', { data: { thing1: { value: 'a' } } }, 47003],
  ['a field too many', { data: { ...goodData, thing9: { value: 'a' } } }, 47003],
  ['thing of 21 characters', { data: { ...goodData, thing1: { value: '字'.repeat(21) } } }, 47003],
  ['thing with a line break', { data: { ...goodData, thing1: { value: '一\n二' } } }, 47003],
  ['thing empty', { data: { ...goodData, thing1: { value: '' } } }, 47003],
  ['phrase of six characters', { data: { ...goodData, phrase2: { value: '一二三四五六' } } }, 47003],
  ['phrase in Latin letters', { data: { ...goodData, phrase2: { value: 'done' } } }, 47003],
  ['time that is a date in ISO', { data: { ...goodData, time3: { value: '2026-11-03T08:00:00Z' } } }, 47003],
])('a message refused, and the accept not spent: %s', async (_, more, errcode) => {
  await ask('/demo/subscribe', { persona: 'resident-li', templates: [template.id] });

  const refused = await send(more);

  expect(refused.errcode).toBe(errcode);
  expect((await send()).errcode).toBe(0);
});

test('the message that was refused for a field names it', async () => {
  expect((await send({ data: { ...goodData, thing1: { value: '' } } })).errmsg).toContain('data.thing1.value');
});

test.each<[string, object]>([
  ['/demo/login', { persona: 'nobody' }],
  ['/demo/login', {}],
  ['/demo/subscribe', { persona: 'resident-li', templates: [] }],
  ['/demo/faults', { api: 'sns/jscode2session', behaviour: 'sleepy' }],
  ['/demo/nothing', {}],
])('the phone’s side refuses %s %j', async (path, body) => {
  const response = await fetch(`${wechat.url}${path}`, { method: 'POST', body: JSON.stringify(body) });

  expect(response.status).toBe(400);
});

test('the personas can be listed, the risky one marked', async () => {
  const { items } = await ask('/demo/personas');

  expect(items).toHaveLength(personas.length);
  expect(items).toContainEqual({ id: 'resident-li', name: '李阿姨', about: '幸福里社区居民，3 号楼业主' });
  expect(items).toContainEqual(expect.objectContaining({ id: 'risky', isRisky: true }));
});

const api = 'sns/jscode2session';

test('WeChat can be made busy, limited, slow and well again', async () => {
  const busy = await ask('/demo/faults', { api, behaviour: 'busy', times: 1 }).then(() => signIn());
  const afterOnce = await signIn();
  const limited = await ask('/demo/faults', { api, behaviour: 45011 }).then(() => signIn());
  const slow = await ask('/demo/faults', { api, behaviour: 'slow', delayMs: 1 }).then(() => signIn());
  const well = await ask('/demo/faults', { api, behaviour: 'ok' }).then(() => signIn());

  expect([busy, afterOnce, limited, slow, well].map(({ errcode }) => errcode)).toEqual([
    -1,
    undefined,
    45011,
    undefined,
    undefined,
  ]);
});

test('WeChat can be made to hang up', async () => {
  await ask('/demo/faults', { api, behaviour: 'down' });

  await expect(signIn()).rejects.toThrow('fetch failed');
});
