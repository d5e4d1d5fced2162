import { AppError } from '@suishoupai/shared/contract/errors';
import * as z from 'zod/mini';

export type WeChatConfig = { apiBase: string; appId: string; appSecret: string };

const timeoutMs = 3000;

const Answer = z.looseObject({ errcode: z.optional(z.int()), errmsg: z.optional(z.string()) });

/** Of a failed call: where to and what kind. Its own message may quote the address or a piece of the answer, where secrets stand. */
const faultOf = (path: string, error: unknown): Error => {
  const { name, cause, message } = error instanceof Error ? error : new Error(String(error));
  const code = cause instanceof Error && 'code' in cause ? ` ${String(cause.code)}` : '';
  // By name: the class by its namespace would bring all of zod into the bundle.
  const words = name === '$ZodError' ? ` ${message}` : '';
  return new Error(`${path.replace(/\?.*/, '')}: ${name}${code}${words}`);
};

/**
 * One call of WeChat's server API, or AppError `wechat.unavailable`. Errors come with HTTP 200 and `errcode`; `errmsg` carries the request
 * id and is logged, secrets, session keys and tokens never are.
 */
export const makeAsk =
  ({ apiBase }: Pick<WeChatConfig, 'apiBase'>, fetch: typeof globalThis.fetch) =>
  async (path: string, init?: RequestInit): Promise<z.output<typeof Answer>> => {
    try {
      const response = await fetch(`${apiBase}${path}`, {
        ...init,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return z.parse(Answer, await response.json());
    } catch (error) {
      throw new AppError('wechat.unavailable', undefined, { cause: faultOf(path, error) });
    }
  };

/** What WeChat answered, in the form expected; AppError `wechat.unavailable` in any other. */
export const parseAnswer = <S extends z.core.$ZodType>(schema: S, answer: unknown): z.output<S> => {
  const parsed = z.safeParse(schema, answer);
  if (parsed.success) return parsed.data;
  throw new AppError('wechat.unavailable', undefined, { cause: parsed.error });
};
