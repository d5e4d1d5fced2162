import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { aPersonId } from '../../test/builders.ts';
import { makeTokens } from './token.ts';

const key = new TextEncoder().encode('k'.repeat(32));
const tokens = makeTokens(key, 'test');
const now = new Date('2026-11-16T02:00:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('签发的凭证读得出人，两小时后过期', async () => {
  const personId = aPersonId();
  const { token, expiresAt } = await tokens.issue(personId, true, now);
  expect(expiresAt).toEqual(later(7200));
  expect(await tokens.read(token, later(7199))).toEqual({ personId, isStaff: true });
  await expect(tokens.read(token, later(7201))).rejects.toMatchObject({ code: 'session.expired' });
});

const claims = { sub: aPersonId(), staff: true, iss: 'suishoupai', aud: 'test', exp: now.getTime() / 1000 + 600 };
const sign = (header: { alg: string; typ?: string }, body: object, signer = key) =>
  new SignJWT(body as Record<string, unknown>).setProtectedHeader(header).sign(signer);

test.each<[string, () => Promise<string> | string]>([
  ['不是凭证', () => 'abc'],
  ['无签名算法', () => `${encode({ alg: 'none', typ: 'session+jwt' })}.${encode(claims)}.`],
  ['别的密钥', () => sign({ alg: 'HS256', typ: 'session+jwt' }, claims, new TextEncoder().encode('x'.repeat(32)))],
  ['别的算法', () => sign({ alg: 'HS384', typ: 'session+jwt' }, claims, new TextEncoder().encode('k'.repeat(48)))],
  ['没有类型', () => sign({ alg: 'HS256' }, claims)],
  ['别的类型', () => sign({ alg: 'HS256', typ: 'JWT' }, claims)],
  ['别的环境', () => sign({ alg: 'HS256', typ: 'session+jwt' }, { ...claims, aud: 'prod' })],
  ['别的签发者', () => sign({ alg: 'HS256', typ: 'session+jwt' }, { ...claims, iss: 'other' })],
  ['没有期限', () => sign({ alg: 'HS256', typ: 'session+jwt' }, { ...claims, exp: undefined })],
  ['不像人的编号', () => sign({ alg: 'HS256', typ: 'session+jwt' }, { ...claims, sub: 'admin' })],
])('%s，不认', async (_, make) => {
  await expect(tokens.read(await make(), now)).rejects.toMatchObject({ code: 'session.missing' });
});
