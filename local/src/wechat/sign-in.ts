import { randomBytes } from 'node:crypto';
import { WeChatError } from './answer.ts';
import type { Call, Deps } from './deps.ts';
import { openidOf } from './personas.ts';

const codeLifeMs = 5 * 60_000;
const minuteMs = 60_000;
const visitLifeMs = 2 * 3_600_000;

/** What `wx.login` does on the phone: a code that can be exchanged once within five minutes. */
export const issueCode = ({ state, save, now }: Deps, persona: string): string => {
  const code = `0${randomBytes(16).toString('hex').slice(1)}`;
  state.codes[code] = { persona, issuedAt: now(), isUsed: false };
  save();
  return code;
};

/** Throws unless both are there and are the mini-program's own. */
export const demandKeys = ({ appId, appSecret }: Deps, appid: string | null, secret: string | null) => {
  if (!appid) throw new WeChatError(41002);
  if (!secret) throw new WeChatError(41004);
  if (appid !== appId) throw new WeChatError(40013);
  if (secret !== appSecret) throw new WeChatError(40125);
};

/** `jscode2session`: who is behind a code. A code is spent by the asking, whatever the answer. */
export const codeToSession = (deps: Deps, { query }: Call) => {
  const { state, save, now, appId, personas } = deps;
  demandKeys(deps, query.get('appid'), query.get('secret'));
  const jsCode = query.get('js_code');
  if (!jsCode) throw new WeChatError(41008);
  if (query.get('grant_type') !== 'authorization_code') throw new WeChatError(40002);
  const code = Object.hasOwn(state.codes, jsCode) ? state.codes[jsCode] : undefined;
  if (code === undefined || now() - code.issuedAt > codeLifeMs) throw new WeChatError(40029);
  if (code.isUsed) throw new WeChatError(40163);
  code.isUsed = true;
  save();
  const openid = openidOf(code.persona, appId);
  const recent = (state.signIns[openid] ?? []).filter((at) => now() - at < minuteMs);
  if (recent.length >= deps.signInsPerMinute) throw new WeChatError(45011);
  state.signIns[openid] = [...recent, now()];
  if (personas.find(({ id }) => id === code.persona)?.isRisky) throw new WeChatError(40226);
  state.visits[openid] = now();
  save();
  return { openid, session_key: randomBytes(16).toString('base64') };
};

/** Throws unless WeChat knows the openid and it was in the mini-program within two hours: the rule of both safety checks. */
export const demandVisitor = ({ state, now, appId, personas }: Deps, openid: string): void => {
  if (!personas.some(({ id }) => openidOf(id, appId) === openid)) throw new WeChatError(40003);
  const visitedAt = state.visits[openid];
  if (visitedAt === undefined || now() - visitedAt > visitLifeMs) throw new WeChatError(61010);
};
