import { createHmac } from 'node:crypto';

/** The code on the screen changes this often; the one before still counts. */
const windowMs = 30_000;
const windowAt = (now: Date) => Math.floor(now.getTime() / windowMs);

/** Six digits of an HMAC, taken from it as RFC 4226 does. */
const codeIn = (secret: string, subject: string, window: number): string => {
  const mac = createHmac('sha256', secret).update(`${subject}#${window}`).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};

/** The code to show on the spot of a meeting or an activity at a moment, and until when it is shown. */
export const codeAt = (secret: string, subject: string, now: Date): { code: string; until: string } => {
  const window = windowAt(now);
  return { code: codeIn(secret, subject, window), until: new Date((window + 1) * windowMs).toISOString() };
};

/** Whether it is the code of now, or the one before: somebody who has just read it still has to type it. */
export const isCode = (code: string, secret: string, subject: string, now: Date): boolean =>
  [windowAt(now), windowAt(now) - 1].some((window) => codeIn(secret, subject, window) === code);
