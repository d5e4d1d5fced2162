import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import type { PushConfig, PushQuery } from '../src/wechat/push.ts';

const nonce = '1514711492';
const sha1 = (...parts: string[]) => createHash('sha1').update(parts.toSorted().join('')).digest('hex');

export const signedPush = ({ token }: PushConfig, now: Date): PushQuery => {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { signature: sha1(token, timestamp, nonce), timestamp, nonce };
};

type Pad = (count: number) => Buffer;
const pkcs7: Pad = (count) => Buffer.alloc(count, count);

export const encryptPush = ({ aesKey, appId }: PushConfig, message: string, padding = pkcs7): string => {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(message));
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(message), Buffer.from(appId)]);
  const pad = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, padding(pad)])), cipher.final()]).toString('base64');
};

/** A push as WeChat sends it in safe mode. */
export const safePush = (config: PushConfig, encrypted: string, now: Date): { query: PushQuery; body: string } => {
  const query = signedPush(config, now);
  const msg_signature = sha1(config.token, query.timestamp ?? '', nonce, encrypted);
  return {
    query: { ...query, encrypt_type: 'aes', msg_signature },
    body: JSON.stringify({ ToUserName: 'gh_1', Encrypt: encrypted }),
  };
};

export const mediaCheckEvent = (traceId: string, suggest: string, appid: string): string =>
  JSON.stringify({
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid,
    trace_id: traceId,
    version: 2,
    errcode: 0,
    result: { suggest, label: 100 },
  });
