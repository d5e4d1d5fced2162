import { createHash, timingSafeEqual, type webcrypto } from 'node:crypto';

/**
 * Web Crypto answers from threads of its own, at times that no seed decides. In a simulation the HMACs of session tokens come from the same
 * hash in line, so that whatever a step sets off is over when the promises it made are. The tokens are the very same bytes.
 */
type Key = webcrypto.CryptoKey;
type Bytes = ArrayBuffer | NodeJS.ArrayBufferView;

const { subtle } = globalThis.crypto;
const pads = new WeakMap<Key, { inner: Buffer; outer: Buffer; known: Map<string, Buffer> }>();
/** A token is read with every request: so many of the last ones are kept. */
const mostKnown = 2000;
const blockBytes = 64;

const padded = (key: Buffer, mask: number): Buffer =>
  Buffer.from(Array.from({ length: blockBytes }, (_, i) => (key[i] ?? 0) ^ mask));

const hmacOf = (key: Key, data: Buffer): Buffer => {
  const pad = pads.get(key);
  if (pad === undefined) throw new TypeError('a key of another kind');
  const name = data.toString('latin1');
  const known = pad.known.get(name);
  if (known !== undefined) return known;
  const inner = createHash('sha256').update(pad.inner).update(data).digest();
  const hmac = createHash('sha256').update(pad.outer).update(inner).digest();
  if (pad.known.size >= mostKnown) pad.known.clear();
  pad.known.set(name, hmac);
  return hmac;
};

const bytesOf = (data: Bytes): Buffer =>
  ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);

const known = new Map<string, Promise<Key>>();
const importKey = subtle.importKey.bind(subtle) as (...given: unknown[]) => Promise<Key>;
const imported = async (raw: Buffer, given: readonly unknown[]): Promise<Key> => {
  const key = await importKey(...given);
  pads.set(key, { inner: padded(raw, 0x36), outer: padded(raw, 0x5c), known: new Map() });
  return key;
};

const replaced = {
  importKey: (...given: unknown[]): Promise<Key> => {
    const [format, data, algorithm, , usages] = given;
    if (format !== 'raw' || (algorithm as { name?: string }).name !== 'HMAC') return importKey(...given);
    const raw = bytesOf(data as Bytes);
    if (raw.length > blockBytes) throw new RangeError('a long key');
    const name = `${raw.toString('hex')} ${String(usages)}`;
    const key = known.get(name) ?? imported(raw, given);
    known.set(name, key);
    return key;
  },
  sign: async (_: unknown, key: Key, data: Bytes): Promise<ArrayBuffer> =>
    Uint8Array.from(hmacOf(key, bytesOf(data))).buffer,
  verify: async (_: unknown, key: Key, signature: Bytes, data: Bytes): Promise<boolean> => {
    const [wanted, given] = [hmacOf(key, bytesOf(data)), bytesOf(signature)];
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  },
};
for (const [name, value] of Object.entries(replaced)) Object.defineProperty(subtle, name, { value });
