import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { AppError } from '@suishoupai/shared/contract/errors';
import * as z from 'zod/mini';
import type { Verdict } from './client.ts';

export type PushConfig = { appId: string; token: string; aesKey: string };
export type PushQuery = Partial<
  Record<'signature' | 'timestamp' | 'nonce' | 'echostr' | 'msg_signature' | 'encrypt_type', string>
>;

/** A signature older than this is a replay: WeChat resends for a minute at most. */
const maxAgeSeconds = 600;

const MediaCheckEvent = z.object({
  MsgType: z.literal('event'),
  Event: z.literal('wxa_media_check'),
  appid: z.string(),
  trace_id: z.string().check(z.minLength(1)),
  errcode: z.int(),
  result: z.optional(z.object({ suggest: z.string() })),
});
const Envelope = z.object({ Encrypt: z.string() });

const isSigned = (signature: string | undefined, parts: (string | undefined)[]): boolean => {
  if (signature === undefined || parts.includes(undefined)) return false;
  const wanted = createHash('sha1').update(parts.toSorted().join('')).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

const isRecent = (timestamp: string | undefined, now: Date): boolean =>
  Math.abs(now.getTime() / 1000 - Number(timestamp)) <= maxAgeSeconds;

const blockBytes = 32;

/** AES-256-CBC, PKCS#7 in blocks of 32; inside: 16 random bytes, 4-byte length, message, app id. */
const decrypt = ({ appId, aesKey }: PushConfig, encrypted: string): string => {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  const plain = padded.subarray(0, padded.length - pad);
  const isPadded = pad >= 1 && pad <= blockBytes && padded.subarray(plain.length).every((byte) => byte === pad);
  if (!isPadded) throw new RangeError('padding');
  const length = plain.readUInt32BE(16);
  if (plain.subarray(20 + length).toString() !== appId) throw new RangeError('another app id');
  return plain.subarray(20, 20 + length).toString();
};

/** WeChat's check of our address: the text to answer, or AppError `push.refused`. */
export const answerEcho = (config: PushConfig, query: PushQuery, now: Date): string => {
  const signed =
    isSigned(query.signature, [config.token, query.timestamp, query.nonce]) && isRecent(query.timestamp, now);
  if (!signed || query.echostr === undefined) throw new AppError('push.refused');
  return query.echostr;
};

const messageOf = (config: PushConfig, query: PushQuery, body: string): unknown => {
  try {
    const { Encrypt } = z.parse(Envelope, JSON.parse(body));
    if (!isSigned(query.msg_signature, [config.token, query.timestamp, query.nonce, Encrypt])) return undefined;
    return JSON.parse(decrypt(config, Encrypt));
  } catch (error) {
    throw new AppError('push.refused', undefined, { cause: error });
  }
};

/**
 * The verdict a push carries, undefined for events that are not ours to act on. AppError `push.refused` for a wrong, old or
 * tampered signature. Safe mode (`aes`) alone is taken: only there does a signature cover the message.
 */
export const readPush = (
  config: PushConfig,
  query: PushQuery,
  body: string,
  now: Date,
): { traceId: string; verdict: Verdict } | undefined => {
  const signed =
    isSigned(query.signature, [config.token, query.timestamp, query.nonce]) && isRecent(query.timestamp, now);
  if (!signed) throw new AppError('push.refused');
  const message = messageOf(config, query, body);
  if (message === undefined) throw new AppError('push.refused');
  const event = z.safeParse(MediaCheckEvent, message);
  if (!event.success || event.data.appid !== config.appId) return undefined;
  const { trace_id: traceId, errcode, result } = event.data;
  return { traceId, verdict: errcode === 0 && result?.suggest === 'pass' ? 'pass' : 'held' };
};
