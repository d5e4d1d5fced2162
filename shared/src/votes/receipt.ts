import * as z from 'zod/mini';
import { VoteId } from '../ids.ts';
import { Hash } from './ballot.ts';
import { fromHex } from './bytes.ts';
import type { Sha256 } from './merkle.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const code = (bytes: Uint8Array, length: number): string => {
  let letters = '';
  for (let i = 0, bits = 0, value = 0; letters.length < length; ) {
    if (bits < 5) {
      value = (value << 8) | (bytes[i++] ?? 0);
      bits += 8;
    }
    bits -= 5;
    letters += alphabet.charAt((value >> bits) & 31);
    value &= (1 << bits) - 1;
  }
  return letters.replace(/(.{4})(?=.)/g, '$1-');
};

/** `XXXX-XXXX-XXXX`: the beginning of a hash as people read it out, in Crockford's base 32. */
export const receiptCode = (hash: string): string => code(fromHex(hash), 12);

/** What a notice board shows of the key (32 bytes, hexadecimal) that signs heads and packs: six groups of four. */
export const keyFingerprint = (publicKey: string, sha256: Sha256): string => code(sha256(fromHex(publicKey)), 24);

/** What an elector keeps. It proves that the ballot is counted and does not show the choice. */
export const Receipt = z.strictObject({
  vote: VoteId,
  leaf: Hash,
  code: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)),
});
export type Receipt = z.output<typeof Receipt>;

export const receiptOf = (vote: string, leaf: string): Receipt => ({ vote, leaf, code: receiptCode(leaf) });
