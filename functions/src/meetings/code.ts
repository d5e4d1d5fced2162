import { createHmac } from 'node:crypto';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';

const windowMs = meetingLimits.codeSeconds * 1000;
const windowAt = (now: Date) => Math.floor(now.getTime() / windowMs);

/** Six digits of an HMAC, taken from it as RFC 4226 does. */
const codeIn = (secret: string, meetingId: string, window: number): string => {
  const mac = createHmac('sha256', secret).update(`${meetingId}#${window}`).digest();
  const offset = mac.readUInt8(mac.length - 1) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};

/** The code in the room at a moment, and until when it is shown. */
export const codeAt = (secret: string, meetingId: string, now: Date): { code: string; until: string } => {
  const window = windowAt(now);
  return { code: codeIn(secret, meetingId, window), until: new Date((window + 1) * windowMs).toISOString() };
};

/** Whether it is the code of now, or the one before: somebody who has just read it still has to type it. */
export const isCode = (code: string, secret: string, meetingId: string, now: Date): boolean =>
  [windowAt(now), windowAt(now) - 1].some((window) => codeIn(secret, meetingId, window) === code);
