import type { Digests } from './receive.ts';
import { Refusal } from './refusal.ts';

const prefix = 'x-amz-checksum-';
/** Headers that begin like a checksum and are none. */
const notChecksums = new Set(['x-amz-checksum-mode', 'x-amz-checksum-algorithm', 'x-amz-checksum-type']);

/** The checksums a request declares (header, trailer or form field), names in lower case. Ones we cannot compute are refused here. */
export const declaredChecksums = (fields: Iterable<readonly [string, string]>): Map<string, string> => {
  const declared = new Map<string, string>();
  for (const [name, value] of fields) {
    if (!name.startsWith(prefix) || notChecksums.has(name)) continue;
    const algorithm = name.slice(prefix.length);
    if (algorithm !== 'crc32' && algorithm !== 'sha1' && algorithm !== 'sha256')
      throw new Refusal('NotImplemented', `This stand-in does not compute ${name}; use crc32, sha1 or sha256.`);
    declared.set(name, value);
  }
  return declared;
};

/** Throws unless the bytes that arrived have the checksums that were declared. */
export const demandChecksums = (declared: ReadonlyMap<string, string>, digests: Digests): void => {
  const actual = new Map(Object.entries(digests));
  for (const [name, value] of declared)
    if (actual.get(name.slice(prefix.length)) !== value)
      throw new Refusal('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
};
