import { expect, test } from 'vitest';
import { encryptPush, mediaCheckEvent, safePush, signedPush } from '../../test/push.ts';
import { answerEcho, type PushConfig, type PushQuery, readPush } from './push.ts';

const config: PushConfig = { appId: 'wx0123456789abcdef', token: 'AAAAA', aesKey: 'a'.repeat(43) };
const timestamp = 1_714_036_504;
const now = new Date(timestamp * 1000);
const signed = (nonce?: string): PushQuery => {
  const query = signedPush(config, now);
  return nonce === undefined ? query : { ...query, nonce };
};
const event = (suggest: string, appid = config.appId) => mediaCheckEvent('trace-1', suggest, appid);
const encrypt = (message: string, appId = config.appId) => encryptPush({ ...config, appId }, message);
const safe = (encrypted: string) => safePush(config, encrypted, now);

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
  expect(() => answerEcho(config, { ...query, echostr: 'x' }, now)).toThrow('push.refused');
  expect(() => readPush(config, query, event('pass'), now)).toThrow('push.refused');
});

test('自称十分钟以后的推送，拒绝', () => {
  const { query, body } = safe(encrypt(event('pass')));
  const earlier = new Date(now.getTime() - 601_000);
  expect(() => readPush(config, query, body, earlier)).toThrow('push.refused');
});

test.each<[string, (count: number) => Buffer]>([
  ['不是同一个数', (count) => Buffer.from([...Array.from({ length: count - 1 }, () => 7), count])],
  ['零', (count) => Buffer.alloc(count)],
  ['多于一块', (count) => Buffer.alloc(count, 200)],
])('签名对、补位%s的密文，拒绝', (_, padding) => {
  const { query, body } = safe(encryptPush(config, event('pass'), padding));
  expect(() => readPush(config, query, body, now)).toThrow('push.refused');
});

test.each([
  ['空的', ''],
  ['一块', Buffer.alloc(16).toString('base64')],
  ['解出来是乱的', Buffer.alloc(96, 9).toString('base64')],
  ['不是 Base64', '不是密文'],
])('签名对、密文%s，拒绝', (_, encrypted) => {
  const { query, body } = safe(encrypted);
  expect(() => readPush(config, query, body, now)).toThrow('push.refused');
});

test('十分钟前的推送当作重放，拒绝', () => {
  const later = new Date(now.getTime() + 601_000);
  expect(() => readPush(config, signed(), event('pass'), later)).toThrow('push.refused');
});

test.each([
  ['pass', 'pass'],
  ['review', 'held'],
  ['risky', 'held'],
])('解密后，%s 读作 %s', (suggest, verdict) => {
  const { query, body } = safe(encrypt(event(suggest)));
  expect(readPush(config, query, body, now)).toEqual({ traceId: 'trace-1', verdict });
});

test('明文推送的签名不管内容，不收', () => {
  expect(() => readPush(config, signed(), event('pass'), now)).toThrow('push.refused');
  const { body } = safe(encrypt(event('pass')));
  expect(() => readPush(config, { ...signed(), encrypt_type: 'aes' }, body, now)).toThrow('push.refused');
});

test('安全模式：密文被改、别的小程序的密文、签名不符，都拒绝', () => {
  const { query, body } = safe(encrypt(event('pass')));
  const other = safe(encrypt(event('pass'), 'wxffffffffffffffff'));
  expect(() => readPush(config, query, other.body, now)).toThrow('push.refused');
  expect(() => readPush(config, other.query, other.body, now)).toThrow('push.refused');
  expect(() => readPush(config, { ...query, msg_signature: '0'.repeat(40) }, body, now)).toThrow('push.refused');
});

test('下载失败的图片等人来看；别的事件与别的小程序的事件不理会', () => {
  const failed = JSON.stringify({ ...JSON.parse(event('pass')), errcode: -1008, result: undefined });
  const read = (message: string) => {
    const { query, body } = safe(encrypt(message));
    return readPush(config, query, body, now);
  };
  expect(read(failed)).toEqual({ traceId: 'trace-1', verdict: 'held' });
  expect(read('{"MsgType":"event","Event":"subscribe_msg_popup_event"}')).toBeUndefined();
  expect(read(event('pass', 'wxffffffffffffffff'))).toBeUndefined();
  expect(() => readPush(config, signed(), 'not json', now)).toThrow('push.refused');
});
