import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { testSession } from '../service.ts';

const { key, audience } = testSession;
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = publicKey.export({ type: 'spki', format: 'pem' });

type Given = { header?: object; claims?: object; by?: Buffer | Uint8Array | string };

/** Tokens as somebody would make them who wants in as this person, and what each is refused with. */
export const forgedTokens = (personId: string, now: Date): Record<string, { token: string; code: string }> => {
  const at = Math.floor(now.getTime() / 1000);
  const honest = { staff: true, sub: personId, iss: 'suishoupai', aud: audience, iat: at, exp: at + 7200 };
  const header = { alg: 'HS256', typ: 'session+jwt' };
  const signed = ({ header: own = {}, claims = {}, by = key }: Given = {}): string => {
    const text = `${encoded({ ...header, ...own })}.${encoded({ ...honest, ...claims })}`;
    return `${text}.${createHmac('sha256', by).update(text).digest('base64url')}`;
  };
  const rsa = `${encoded({ ...header, alg: 'RS256' })}.${encoded(honest)}`;
  const [, , signature = ''] = signed().split('.');
  const never = (token: string) => ({ token, code: 'session.missing' });
  return {
    expired: { token: signed({ claims: { iat: at - 8000, exp: at - 800 } }), code: 'session.expired' },
    'alg none': never(`${encoded({ ...header, alg: 'none' })}.${encoded(honest)}.`),
    'alg none, signed': never(signed({ header: { alg: 'none' } })),
    'another key': never(signed({ by: Buffer.alloc(32, 8) })),
    'no key': never(signed({ by: '' })),
    RS256: never(`${rsa}.${sign('sha256', Buffer.from(rsa), privateKey).toString('base64url')}`),
    'RS256, signed with our key': never(signed({ header: { alg: 'RS256' } })),
    'HS256 over a public key': never(signed({ by: pem })),
    'HS512 in name': never(signed({ header: { alg: 'HS512' } })),
    'a key of its own': never(
      signed({ header: { jwk: { kty: 'oct', k: 'AAAA' }, kid: '../../dev/null' }, by: Buffer.alloc(3) }),
    ),
    'another audience': never(signed({ claims: { aud: 'prod' } })),
    'another issuer': never(signed({ claims: { iss: 'somebody' } })),
    'another type': never(signed({ header: { typ: 'JWT' } })),
    'no end': never(signed({ claims: { exp: undefined } })),
    'nobody in it': never(signed({ claims: { sub: undefined } })),
    'a critical header': never(signed({ header: { crit: ['b64'], b64: false } })),
    'other claims under a signature of ours': never(
      `${encoded(header)}.${encoded({ ...honest, exp: at + 9_999_999 })}.${signature}`,
    ),
  };
};

/** What nobody refuses: that the rest is refused is not for how it is made. */
export const honestToken = (personId: string, now: Date): string => {
  const at = Math.floor(now.getTime() / 1000);
  const text = [
    { alg: 'HS256', typ: 'session+jwt' },
    { staff: true, sub: personId, iss: 'suishoupai', aud: audience, iat: at, exp: at + 7200 },
  ]
    .map(encoded)
    .join('.');
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
};
