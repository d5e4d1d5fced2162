import { randomUUID } from 'node:crypto';

/** WeChat answers errors with HTTP 200 and one of these. */
const messages = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40226: 'high risk user, code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  44002: 'empty post data',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'code is expired',
} as const;

export type Errcode = keyof typeof messages;

/** Ends a call with an errcode; the server turns it into WeChat's answer. */
export class WeChatError extends Error {
  readonly errcode: number;
  constructor(errcode: Errcode, detail = '') {
    super(`${messages[errcode]}${detail}`);
    this.errcode = errcode;
  }
}

export const errorAnswer = (errcode: number, errmsg: string) => ({ errcode, errmsg: `${errmsg} rid: ${randomUUID()}` });

/** The words of an errcode that a test forces; WeChat has more codes than are told here. */
export const messageOf = (errcode: number): string =>
  new Map<number, string>(Object.entries(messages).map(([code, message]) => [Number(code), message])).get(errcode) ??
  'forced';
