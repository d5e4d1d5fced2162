import { expect, test } from 'vitest';
import { encryptPush, mediaCheckEvent, safePush, signedPush } from '../../test/push.ts';
import { aService, testPush } from '../../test/service.ts';
import type { PushQuery } from './push.ts';

/** A service that waits for a verdict on a photo, and how WeChat's servers, or somebody like them, speak to it. */
const waiting = async () => {
  const service = await aService();
  const { personId } = await service.signIn('li');
  const photo = await service.cleanPhoto(personId);
  await service.stores.media.awaitVerdict('trace-1', { ownerId: personId, id: photo }, service.now());
  const send = async (query: PushQuery, body: string) =>
    (await service.fetch(`/wechat/push?${new URLSearchParams(query)}`, { method: 'POST', body })).status;
  const event = (suggest: string, config = testPush) =>
    safePush(config, encryptPush(config, mediaCheckEvent('trace-1', suggest, config.appId)), service.now());
  const safety = async () => (await service.stores.media.find(personId, photo))?.safety;
  return { service, send, event, safety };
};

test('签名对的结论记下；同一条再送来，什么也不变', async () => {
  const { send, event, safety } = await waiting();
  const { query, body } = event('risky');
  expect(await safety()).toBe('pending');
  for (let times = 0; times < 2; times += 1) {
    expect(await send(query, body)).toBe(200);
    expect(await safety()).toBe('held');
  }
});

test('从前截下的「通过」再送来，盖不过后来的结论', async () => {
  const { send, event, safety } = await waiting();
  await send(...(Object.values(event('risky')) as [PushQuery, string]));
  const { query, body } = event('pass');
  expect(await send(query, body)).toBe(200);
  expect(await safety()).toBe('held');
});

test('签名不对、过期、明文、别的小程序的、太大的，都不收，什么也不记', async () => {
  const { service, send, event, safety } = await waiting();
  const { query, body } = event('pass');
  const plain = mediaCheckEvent('trace-1', 'pass', testPush.appId);
  const other = event('pass', { ...testPush, appId: 'wx2' });
  const stranger = event('pass', { ...testPush, token: 'guessed' });
  expect(await send({ ...query, msg_signature: '0'.repeat(40) }, body)).toBe(403);
  expect(await send({ ...query, nonce: '2' }, body)).toBe(403);
  expect(await send(signedPush(testPush, service.now()), plain)).toBe(403);
  expect(await send(other.query, other.body)).toBe(403);
  expect(await send(stranger.query, stranger.body)).toBe(403);
  expect(await send(query, 'x'.repeat(65 * 1024))).toBe(413);
  await service.moveTo('2026-11-16T02:10:01.000Z');
  expect(await send(query, body)).toBe(403);
  expect(await safety()).toBe('pending');
});
