import * as z from 'zod/mini';
import type { Log } from '../log.ts';
import { makeAsk, parseAnswer, type WeChatConfig } from './ask.ts';
import { makeCodeExchange } from './sign-in.ts';
import type { AccessTokenStore } from './store.ts';

/** What a safety check says of words or a picture. Whatever is not `pass` waits for a person. */
export type Verdict = 'pass' | 'held';

type Deps = { config: WeChatConfig; tokens: AccessTokenStore; now: () => Date; log: Log; fetch: typeof fetch };

/** Renewed this long before WeChat's own expiry; the old and the new token both work meanwhile. */
const renewBeforeMs = 300_000;

const TokenAnswer = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.int() });
const CheckAnswer = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']) }) });
const TraceAnswer = z.object({ trace_id: z.string().check(z.minLength(1)) });

const tokenErrors = new Set([40001, 40014, 42001]);

/** The WeChat server APIs that the service uses. */
export const makeWeChat = ({ config, tokens, now, log, fetch }: Deps) => {
  const ask = makeAsk(config, fetch);

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
    exchangeCode: makeCodeExchange({ config, log, fetch }),

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
