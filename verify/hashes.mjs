// What both parts of the verifier count and compare with. Nothing but Node.js 20 or newer.
import { createHash, createPublicKey, verify } from 'node:crypto';

export const pick = (list, name) => list.map((item) => item[name]);
export const sum = (list) => list.reduce((all, value) => all + value, 0);
export const sorted = (list) => [...list].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
export const isSorted = (list) => list.every((item, i) => typeof item === 'string' && (i === 0 || list[i - 1] < item));
// RFC 8785 for what packs hold: keys in the order of UTF-16, no spaces, whole numbers only.
export const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('有不是整数的数');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${sorted(Object.keys(value)).map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}`;
};
export const same = (a, b) => canonical(a) === canonical(b);
export const hash = (...parts) => parts.reduce((state, part) => state.update(part), createHash('sha256')).digest();
export const digest = (value) => hash(canonical(value)).toString('hex');
// RFC 6962: H(0 ‖ leaf), H(1 ‖ left ‖ right), split at the largest power of two below the size.
export const leafOf = (value) => hash(Buffer.of(0), canonical(value)).toString('hex');
export const rootOf = (leaves) => {
  if (leaves.length < 2) return leaves[0] ?? hash().toString('hex');
  const split = 2 ** (31 - Math.clz32(leaves.length - 1));
  const halves = [leaves.slice(0, split), leaves.slice(split)].map((half) => Buffer.from(rootOf(half), 'hex'));
  return hash(Buffer.of(1), ...halves).toString('hex');
};
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeOf = (hex, length = 12) => {
  const bits = BigInt(`0x1${hex}`).toString(2);
  const letters = bits.slice(1, 1 + length * 5).replace(/.{5}/g, (five) => alphabet[Number.parseInt(five, 2)]);
  return letters.replace(/.{4}(?=.)/g, '$&-');
};
export const isSigned = (bytes, signature, publicKey) => {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return /^[0-9a-f]{128}$/.test(signature) && verify(null, Buffer.from(bytes), key, Buffer.from(signature, 'hex'));
};
