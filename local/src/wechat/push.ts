import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

export type PushConfig = {
  url: string;
  token: string;
  /** 43 characters, as in the console; without it events go out in plain text (明文模式). */
  aesKey?: string;
  appId: string;
  now: () => number;
  retryDelayMs?: number;
  /** Told of events that nobody took. */
  onGivenUp?: (event: object) => void;
};

/** Delivers one event to the service: up to three tries until it answers 200 with `success` or nothing. Never rejects. */
export type Push = (event: object) => Promise<void>;

const tries = 3;
const timeoutMs = 5000;

const sign = (parts: readonly string[]) =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

const lengthPrefixed = (text: string) => {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
};

/** AES-256-CBC over 16 random bytes, length, message and app id, padded to blocks of 32 bytes as WeChat does. */
const encrypt = (message: string, aesKey: string, appId: string): string => {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const plain = Buffer.concat([randomBytes(16), lengthPrefixed(message), Buffer.from(appId)]);
  const padding = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64',
  );
};

const signedRequest = ({ url, token, aesKey, appId, now }: PushConfig, event: object) => {
  const target = new URL(url);
  const timestamp = String(Math.floor(now() / 1000));
  const nonce = String(randomBytes(4).readUInt32BE());
  const add = (query: Record<string, string>) => {
    for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  };
  add({ signature: sign([token, timestamp, nonce]), timestamp, nonce });
  if (aesKey === undefined) return { target, body: JSON.stringify(event) };
  const Encrypt = encrypt(JSON.stringify(event), aesKey, appId);
  add({ encrypt_type: 'aes', msg_signature: sign([token, timestamp, nonce, Encrypt]) });
  return { target, body: JSON.stringify({ ToUserName: 'gh_local', Encrypt }) };
};

const isTaken = async (config: PushConfig, event: object): Promise<boolean> => {
  const { target, body } = signedRequest(config, event);
  try {
    const response = await fetch(target, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = (await response.text()).trim();
    return response.status === 200 && (answer === 'success' || answer === '');
  } catch {
    return false;
  }
};

export const makePush =
  (config: PushConfig): Push =>
  async (event) => {
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      if (await isTaken(config, event)) return;
      if (attempt < tries) await wait(config.retryDelayMs ?? 1000);
    }
    config.onGivenUp?.(event);
  };
