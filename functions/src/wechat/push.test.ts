import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { answerEcho, type PushConfig, type PushQuery, readPush } from './push.ts';

const config: PushConfig = { appId: 'wx0123456789abcdef', token: 'AAAAA', aesKey: 'a'.repeat(43) };
const timestamp = 1_714_036_504;
const now = new Date(timestamp * 1000);
const sha1 = (...parts: string[]) => createHash('sha1').update(parts.toSorted().join('')).digest('hex');
const signed = (nonce = '1514711492'): PushQuery => ({
  signature: sha1(config.token, String(timestamp), nonce),
  timestamp: String(timestamp),
  nonce,
});

const event = (suggest: string, appid = config.appId) =>
  JSON.stringify({
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid,
    trace_id: 'trace-1',
    version: 2,
    errcode: 0,
    result: { suggest, label: 100 },
  });

const encrypt = (message: string, appId = config.appId): string => {
  const key = Buffer.from(`${config.aesKey}=`, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(message));
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(message), Buffer.from(appId)]);
  const pad = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString(
    'base64',
  );
};

const safe = (encrypted: string): { query: PushQuery; body: string } => ({
  query: {
    ...signed(),
    encrypt_type: 'aes',
    msg_signature: sha1(config.token, String(timestamp), '1514711492', encrypted),
  },
  body: JSON.stringify({ ToUserName: 'gh_1', Encrypt: encrypted }),
});

test('微信文档里的签名例子对得上，原样回 echostr', () => {
  const query = { ...signed(), echostr: '4375120948345356249' };
  expect(query.signature).toBe('f464b24fc39322e44b38aa78f5edd27bd1441696');
  expect(answerEcho(config, query, now)).toBe('4375120948345356249');
});

test.each([
  ['没有签名', { ...signed(), signature: undefined }],
  ['签名不对', { ...signed(), signature: '0'.repeat(40) }],
  ['签名不是十六进制', { ...signed(), signature: 'zz' }],
  ['换了随机数', { ...signed(), nonce: '2' }],
])('%s，拒绝', (_, given) => {
  const query = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  expect(() => answerEcho(config, { ...query, echostr: 'x' }, now)).toThrow('signature refused');
  expect(() => readPush(config, query, event('pass'), now)).toThrow('signature refused');
});

test('十分钟前的推送当作重放，拒绝', () => {
  const later = new Date(now.getTime() + 601_000);
  expect(() => readPush(config, signed(), event('pass'), later)).toThrow('signature refused');
});

test.each([
  ['pass', 'pass'],
  ['review', 'held'],
  ['risky', 'held'],
])('明文模式：%s 读作 %s', (suggest, verdict) => {
  expect(readPush(config, signed(), event(suggest), now)).toEqual({ traceId: 'trace-1', verdict });
});

test('安全模式：解密后读得出结论', () => {
  const { query, body } = safe(encrypt(event('pass')));
  expect(readPush(config, query, body, now)).toEqual({ traceId: 'trace-1', verdict: 'pass' });
});

test('安全模式：密文被改、别的小程序的密文、签名不符，都拒绝', () => {
  const { query, body } = safe(encrypt(event('pass')));
  const other = safe(encrypt(event('pass'), 'wxffffffffffffffff'));
  expect(() => readPush(config, query, other.body, now)).toThrow('signature refused');
  expect(() => readPush(config, other.query, other.body, now)).toThrow('signature refused');
  expect(() => readPush(config, { ...query, msg_signature: '0'.repeat(40) }, body, now)).toThrow('signature refused');
});

test('下载失败的图片等人来看；别的事件与别的小程序的事件不理会', () => {
  const failed = JSON.stringify({ ...JSON.parse(event('pass')), errcode: -1008, result: undefined });
  expect(readPush(config, signed(), failed, now)).toEqual({ traceId: 'trace-1', verdict: 'held' });
  expect(readPush(config, signed(), '{"MsgType":"event","Event":"subscribe_msg_popup_event"}', now)).toBeUndefined();
  expect(readPush(config, signed(), event('pass', 'wxffffffffffffffff'), now)).toBeUndefined();
  expect(() => readPush(config, signed(), 'not json', now)).toThrow('signature refused');
});
