import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { aPersonId } from '../../test/builders.ts';
import { makeTokens } from './token.ts';

const key = new TextEncoder().encode('k'.repeat(32));
const tokens = makeTokens({ key, audience: 'test' });
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

test('换钥匙：新的签发，旧的凭证照认到期满；去掉旧钥匙，旧的凭证不再认', async () => {
  const personId = aPersonId();
  const newer = new TextEncoder().encode('n'.repeat(32));
  const { token: old } = await tokens.issue(personId, false, now);
  const changing = makeTokens({ key: newer, earlier: [key], audience: 'test' });
  const { token: fresh } = await changing.issue(personId, false, now);
  expect([await changing.read(old, later(7199)), await changing.read(fresh, now)]).toEqual([
    { personId, isStaff: false },
    { personId, isStaff: false },
  ]);
  await expect(changing.read(old, later(7201))).rejects.toMatchObject({ code: 'session.expired' });
  await expect(tokens.read(fresh, now)).rejects.toMatchObject({ code: 'session.missing' });
  const changed = makeTokens({ key: newer, audience: 'test' });
  await expect(changed.read(old, now)).rejects.toMatchObject({ code: 'session.missing' });
});

const claims = { sub: aPersonId(), staff: true, iss: 'suishoupai', aud: 'test', exp: now.getTime() / 1000 + 600 };
const sign = (header: { alg: string; typ?: string }, body: object, signer = key) =>
  new SignJWT(body as Record<string, unknown>).setProtectedHeader(header).sign(signer);

/** Signed as it stands, also with headers that jose would not write. */
const signRaw = (header: object, signer: Uint8Array) => {
  const content = `${encode({ alg: 'HS256', typ: 'session+jwt', ...header })}.${encode(claims)}`;
  return `${content}.${createHmac('sha256', signer).update(content).digest('base64url')}`;
};

const stranger = new TextEncoder().encode('x'.repeat(32));
const tampered = (token: string) => {
  const [header, , signature] = token.split('.');
  return `${header}.${encode({ ...claims, sub: aPersonId() })}.${signature}`;
};

test.each<[string, () => Promise<string> | string]>([
  ['不是凭证', () => 'abc'],
  ['无签名算法', () => `${encode({ alg: 'none', typ: 'session+jwt' })}.${encode(claims)}.`],
  ['别的密钥', () => sign({ alg: 'HS256', typ: 'session+jwt' }, claims, stranger)],
  ['别的算法', () => sign({ alg: 'HS384', typ: 'session+jwt' }, claims, new TextEncoder().encode('k'.repeat(48)))],
  ['自带公钥', () => signRaw({ jwk: { kty: 'oct', k: Buffer.from(stranger).toString('base64url') } }, stranger)],
  ['指来公钥地址', () => signRaw({ jku: 'https://x.test/keys' }, stranger)],
  ['指来证书地址', () => signRaw({ x5u: 'https://x.test/x.pem' }, stranger)],
  ['指名一把钥匙', () => signRaw({ kid: '../../dev/null' }, new Uint8Array(32))],
  ['要懂没见过的头', () => signRaw({ crit: ['x'], x: 1 }, key)],
  ['改过内容', async () => tampered(await sign({ alg: 'HS256', typ: 'session+jwt' }, claims))],
  ['还没到生效', () => sign({ alg: 'HS256', typ: 'session+jwt' }, { ...claims, nbf: claims.exp - 60 })],
  ['没有类型', () => sign({ alg: 'HS256' }, claims)],
  ['别的类型', () => sign({ alg: 'HS256', typ: 'JWT' }, claims)],
  ['别的环境', () => sign({ alg: 'HS256', typ: 'session+jwt' }, { ...claims, aud: 'prod' })],
  ['别的签发者', () => sign({ alg: 'HS256', typ: 'session+jwt' }, { ...claims, iss: 'other' })],
  ['没有期限', () => sign({ alg: 'HS256', typ: 'session+jwt' }, { ...claims, exp: undefined })],
  ['不像人的编号', () => sign({ alg: 'HS256', typ: 'session+jwt' }, { ...claims, sub: 'admin' })],
])('%s，不认', async (_, make) => {
  await expect(tokens.read(await make(), now)).rejects.toMatchObject({ code: 'session.missing' });
});
