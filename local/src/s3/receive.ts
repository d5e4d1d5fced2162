import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { Refusal } from './refusal.ts';

/** Digests of a body as it passed by: `etag` is its MD5 in hex, the others base64 as the checksum headers have them. */
export type Digests = { etag: string; md5: string; sha256Hex: string; sha256: string; sha1: string; crc32: string };
export type Received = { file: string; size: number; digests: Digests };

/**
 * Writes a body to `file` while counting and hashing it. A body beyond `maxBytes` is read to its end, so that the sender hears the
 * answer, but not kept. Removes the file when it throws.
 */
export const receive = async (body: Readable, file: string, maxBytes: number): Promise<Received> => {
  const hashes = { md5: createHash('md5'), sha256: createHash('sha256'), sha1: createHash('sha1') };
  let size = 0;
  let crc = 0;
  const measured = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) continue;
      for (const hash of Object.values(hashes)) hash.update(chunk);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  };
  try {
    await pipeline(body, measured, createWriteStream(file));
    if (size > maxBytes)
      throw new Refusal(
        'EntityTooLarge',
        `Your proposed upload (${size} bytes) exceeds the maximum allowed size (${maxBytes} bytes)`,
      );
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  const crcBytes = Buffer.alloc(4);
  crcBytes.writeUInt32BE(crc);
  const [md5, sha256, sha1] = [hashes.md5.digest(), hashes.sha256.digest(), hashes.sha1.digest()];
  return {
    file,
    size,
    digests: {
      etag: md5.toString('hex'),
      md5: md5.toString('base64'),
      sha256Hex: sha256.toString('hex'),
      sha256: sha256.toString('base64'),
      sha1: sha1.toString('base64'),
      crc32: crcBytes.toString('base64'),
    },
  };
};
