import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { WeChatError } from './answer.ts';
import type { Call, Deps } from './deps.ts';
import { demandKeys } from './sign-in.ts';

const lifeMs = 7_200_000;
/** The platform renews this long before the end; the old and the new token both work meanwhile. */
const overlapMs = 300_000;
const dayMs = 86_400_000;
const forcedPerDay = 20;
const forcedEveryMs = 30_000;

const Body = z.object({
  grant_type: z.optional(z.string()),
  appid: z.optional(z.string()),
  secret: z.optional(z.string()),
  force_refresh: z.optional(z.boolean()),
});

const demandForcible = ({ state, now }: Deps) => {
  const today = state.forcedRefreshes.filter((at) => now() - at < dayMs);
  if (today.length >= forcedPerDay) throw new WeChatError(45009);
  if (today.some((at) => now() - at < forcedEveryMs)) throw new WeChatError(45011);
  state.forcedRefreshes = [...today, now()];
};

const newToken = ({ state, now }: Deps) => {
  const token = { token: randomBytes(60).toString('base64url'), expiresAt: now() + lifeMs, endsAt: now() + lifeMs };
  state.tokens = [...state.tokens.slice(-1), token];
  return token;
};

/** The same token for everyone who asks, until five minutes before its end. */
export const stableToken = (deps: Deps, { body }: Call) => {
  const { state, save, now } = deps;
  const parsed = z.safeParse(Body, body);
  if (!parsed.success) throw new WeChatError(47001);
  const { grant_type: grantType, appid = null, secret = null, force_refresh: isForced = false } = parsed.data;
  if (grantType !== 'client_credential') throw new WeChatError(40002);
  demandKeys(deps, appid, secret);
  const current = state.tokens.at(-1);
  if (isForced) {
    demandForcible(deps);
    for (const token of state.tokens) token.endsAt = now();
  }
  const isFresh =
    !isForced && current !== undefined && current.endsAt === current.expiresAt && current.expiresAt - overlapMs > now();
  const { token, expiresAt } = isFresh ? current : newToken(deps);
  save();
  return { access_token: token, expires_in: Math.floor((expiresAt - now()) / 1000) };
};

/** Throws unless the call carries an access token that is known and has not ended. */
export const demandToken = ({ state, now }: Deps, { query }: Call): void => {
  const given = query.get('access_token');
  if (!given) throw new WeChatError(41001);
  const known = state.tokens.find(({ token }) => token === given);
  if (known === undefined) throw new WeChatError(40001);
  if (known.endsAt > now()) return;
  throw new WeChatError(known.endsAt === known.expiresAt ? 42001 : 40001);
};
