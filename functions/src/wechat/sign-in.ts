import { AppError } from '@suishoupai/shared/contract/errors';
import * as z from 'zod/mini';
import type { Log } from '../log.ts';
import { makeAsk, parseAnswer, type WeChatConfig } from './ask.ts';

type Deps = { config: WeChatConfig; log: Log; fetch: typeof fetch };

const SessionAnswer = z.object({ openid: z.string().check(z.minLength(1)) });

/** The openid behind a wx.login code; needs no access token. AppError `session.*` for what WeChat says of the code or the person. */
export const makeCodeExchange = ({ config, log, fetch }: Deps) => {
  const ask = makeAsk(config, fetch);
  return async (code: string): Promise<string> => {
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
  };
};
