import { AppError } from '@suishoupai/shared/contract/errors';
import { PersonId } from '@suishoupai/shared/ids';
import { errors, type JWTPayload, type JWTVerifyOptions, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod/mini';

const lifetimeSeconds = 2 * 3600;
const algorithm = 'HS256';
const issuer = 'suishoupai';
const type = 'session+jwt';

const Claims = z.object({ sub: PersonId, staff: z.boolean() });

/** A key signs nothing but session tokens. The present one signs; an earlier one is accepted until its last token has expired. */
export type SessionKeys = { key: Uint8Array; earlier?: readonly Uint8Array[]; audience: string };

// Imported once: for raw bytes jose would do it again for every request.
const imported = (key: Uint8Array) =>
  crypto.subtle.importKey('raw', Uint8Array.from(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);

/** Which of our keys it is signed with is tried out, never read from the token. */
const claimsOf = async (
  token: string,
  [key, ...others]: readonly ReturnType<typeof imported>[],
  options: JWTVerifyOptions,
): Promise<JWTPayload> => {
  if (key === undefined) throw new errors.JWSSignatureVerificationFailed();
  try {
    return (await jwtVerify(token, await key, options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWSSignatureVerificationFailed) || others.length === 0) throw error;
  }
  return claimsOf(token, others, options);
};

/** The person the token names. AppError `session.expired` when it was ours, `session.missing` when it never was. */
export const makeTokenReader = ({ key, earlier = [], audience }: SessionKeys) => {
  const keys = [key, ...earlier].map(imported);
  return async (token: string, now: Date): Promise<{ personId: PersonId; isStaff: boolean }> => {
    try {
      const payload = await claimsOf(token, keys, {
        algorithms: [algorithm],
        typ: type,
        issuer,
        audience,
        currentDate: now,
        requiredClaims: ['exp', 'sub'],
      });
      const claims = z.parse(Claims, payload);
      return { personId: claims.sub, isStaff: claims.staff };
    } catch (error) {
      throw new AppError(error instanceof errors.JWTExpired ? 'session.expired' : 'session.missing', undefined, {
        cause: error,
      });
    }
  };
};

/** Own session tokens (RFC 8725: one algorithm, explicit type, issuer and audience). The audience is the stage. */
export const makeTokens = (keys: SessionKeys) => ({
  issue: async (personId: PersonId, isStaff: boolean, now: Date): Promise<{ token: string; expiresAt: Date }> => {
    const issuedAt = Math.floor(now.getTime() / 1000);
    const token = await new SignJWT({ staff: isStaff })
      .setProtectedHeader({ alg: algorithm, typ: type })
      .setSubject(personId)
      .setIssuer(issuer)
      .setAudience(keys.audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifetimeSeconds)
      .sign(keys.key);
    return { token, expiresAt: new Date((issuedAt + lifetimeSeconds) * 1000) };
  },
  read: makeTokenReader(keys),
});

export type Tokens = ReturnType<typeof makeTokens>;
