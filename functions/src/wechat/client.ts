import { AppError } from '@suishoupai/shared/contract/errors';
import * as z from 'zod/mini';
import type { Log } from '../log.ts';
import type { AccessTokenStore } from './store.ts';

/** What a safety check says of words or a picture. Whatever is not `pass` waits for a person. */
export type Verdict = 'pass' | 'held';

export type WeChatConfig = { apiBase: string; appId: string; appSecret: string };

type Deps = { config: WeChatConfig; tokens: AccessTokenStore; now: () => Date; log: Log; fetch: typeof fetch };

const timeoutMs = 3000;
/** Renewed this long before WeChat's own expiry; the old and the new token both work meanwhile. */
const renewBeforeMs = 300_000;

const Answer = z.looseObject({ errcode: z.optional(z.int()), errmsg: z.optional(z.string()) });
const SessionAnswer = z.object({ openid: z.string().check(z.minLength(1)) });
const TokenAnswer = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.int() });
const CheckAnswer = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) });
const TraceAnswer = z.object({ trace_id: z.string().check(z.minLength(1)) });

const tokenErrors = new Set([40001, 40014, 42001]);

/**
 * The WeChat server APIs that the service uses. Errors come with HTTP 200 and `errcode`; `errmsg` carries the request id and is logged,
 * secrets, session keys and tokens never are.
 */
export const makeWeChat = ({ config, tokens, now, log, fetch }: Deps) => {
  const ask = async (path: string, init?: RequestInit): Promise<z.output<typeof Answer>> => {
    try {
      const response = await fetch(`${config.apiBase}${path}`, {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return z.parse(Answer, await response.json());
    } catch (error) {
      throw new AppError('wechat.unavailable', undefined, { cause: error });
    }
  };

  const parseAnswer = <S extends z.core.$ZodType>(schema: S, answer: unknown): z.output<S> => {
    const parsed = z.safeParse(schema, answer);
    if (parsed.success) return parsed.data;
    throw new AppError('wechat.unavailable', undefined, { cause: parsed.error });
  };

  const post = (path: string, body: unknown) =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  const freshToken = async (): Promise<string> => {
    const answer = await post('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: config.appId,
      secret: config.appSecret,
    });
    if (answer.errcode) log.error('wechat refused an access token', { errcode: answer.errcode, errmsg: answer.errmsg });
    const token = parseAnswer(TokenAnswer, answer);
    const expiresAt = new Date(now().getTime() + token.expires_in * 1000 - renewBeforeMs);
    await tokens.save({ token: token.access_token, expiresAt });
    return token.access_token;
  };

  const accessToken = async (): Promise<string> => {
    const saved = await tokens.find();
    return saved !== undefined && saved.expiresAt > now() ? saved.token : freshToken();
  };

  /** With the cached token; a token that WeChat no longer takes is fetched anew and the call made once more. */
  const postWithToken = async (path: string, body: unknown) => {
    const first = await post(`${path}?access_token=${encodeURIComponent(await accessToken())}`, body);
    if (!tokenErrors.has(first.errcode ?? 0)) return first;
    return post(`${path}?access_token=${encodeURIComponent(await freshToken())}`, body);
  };

  return {
    /** The openid behind a wx.login code. AppError `session.*` for what WeChat says of the code or the person. */
    exchangeCode: async (code: string): Promise<string> => {
      const query = new URLSearchParams({
        appid: config.appId,
        secret: config.appSecret,
        js_code: code,
        grant_type: 'authorization_code',
      });
      const answer = await ask(`/sns/jscode2session?${query}`);
      switch (answer.errcode ?? 0) {
        case 0:
          return parseAnswer(SessionAnswer, answer).openid;
        case 40029:
        case 40163:
          throw new AppError('session.codeInvalid');
        case 40226:
          throw new AppError('session.riskyUser');
        case 45011:
          throw new AppError('session.tooFrequent');
        default:
          log.error('wechat refused a sign-in', { errcode: answer.errcode, errmsg: answer.errmsg });
          throw new AppError('wechat.unavailable');
      }
    },

    /** Words that others will see (msg_sec_check v2, scene 3). The openid must have been active within two hours. Never throws. */
    checkText: async (openid: string, content: string): Promise<Verdict> => {
      try {
        const answer = await postWithToken('/wxa/msg_sec_check', { version: 2, scene: 3, openid, content });
        if (answer.errcode) {
          log.info('text check gave no verdict', { errcode: answer.errcode, errmsg: answer.errmsg });
          return 'held';
        }
        return parseAnswer(CheckAnswer, answer).result.suggest === 'pass' ? 'pass' : 'held';
      } catch (error) {
        log.error('text check failed', { cause: error });
        return 'held';
      }
    },

    /** Hands a picture to media_check_async v2; the verdict comes later to the push endpoint. Never throws. */
    checkImage: async ({ openid, url }: { openid: string; url: string }): Promise<{ traceId: string } | 'failed'> => {
      try {
        const answer = await postWithToken('/wxa/media_check_async', {
          version: 2,
          scene: 3,
          media_type: 2,
          openid,
          media_url: url,
        });
        if (!answer.errcode) return { traceId: parseAnswer(TraceAnswer, answer).trace_id };
        log.info('image check was not accepted', { errcode: answer.errcode, errmsg: answer.errmsg });
        return 'failed';
      } catch (error) {
        log.error('image check failed', { cause: error });
        return 'failed';
      }
    },

    /** One subscribed message. `refused` covers 43101 and every other answer that is not a success; never retried, never throws. */
    sendMessage: async (message: {
      openid: string;
      templateId: string;
      page: string;
      data: Record<string, { value: string }>;
    }): Promise<'sent' | 'refused'> => {
      try {
        const answer = await postWithToken('/cgi-bin/message/subscribe/send', {
          touser: message.openid,
          template_id: message.templateId,
          page: message.page,
          data: message.data,
          lang: 'zh_CN',
        });
        if (!answer.errcode) return 'sent';
        log.info('message was refused', { errcode: answer.errcode, errmsg: answer.errmsg });
        return 'refused';
      } catch (error) {
        log.error('message failed', { cause: error });
        return 'refused';
      }
    },
  };
};

export type WeChat = ReturnType<typeof makeWeChat>;
