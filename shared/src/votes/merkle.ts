import { fromHex, toHex } from './bytes.ts';

/** The hash is brought by the caller: this code runs where there is no crypto. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const concat = (prefix: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  whole[0] = prefix;
  let at = 1;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const nodeHash = (left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array => sha256(concat(1, left, right));

/** RFC 6962: the hash of a leaf, in hexadecimal. */
export const leafHash = (data: Uint8Array, sha256: Sha256): string => toHex(sha256(concat(0, data)));

/** The largest power of two below a size of at least 2. */
const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

const rootOf = (leaves: readonly Uint8Array[], sha256: Sha256): Uint8Array => {
  const [first] = leaves;
  if (first === undefined) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return first;
  const split = splitOf(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, split), sha256), rootOf(leaves.slice(split), sha256), sha256);
};

/** RFC 6962: the root over leaf hashes in their order, all in hexadecimal; of none, the hash of nothing. */
export const merkleRoot = (leaves: readonly string[], sha256: Sha256): string =>
  toHex(rootOf(leaves.map(fromHex), sha256));

const pathOf = (leaves: readonly Uint8Array[], index: number, sha256: Sha256): Uint8Array[] => {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...pathOf(left, index, sha256), rootOf(right, sha256)]
    : [...pathOf(right, index - split, sha256), rootOf(left, sha256)];
};

/** RFC 6962: the hashes that prove leaf `index` to be under the root, lowest first. Throws RangeError for an index outside. */
export const inclusionProof = (leaves: readonly string[], index: number, sha256: Sha256): string[] => {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  return pathOf(leaves.map(fromHex), index, sha256).map(toHex);
};

export type Inclusion = { leaf: string; index: number; size: number; proof: readonly string[]; root: string };

/** RFC 9162, 2.1.3.2: whether a proof leads from leaf `index` of `size` to the root. */
export const verifyInclusion = ({ leaf, index, size, proof, root }: Inclusion, sha256: Sha256): boolean => {
  if (!Number.isInteger(index) || index < 0 || index >= size) return false;
  let [at, last] = [index, size - 1];
  let hash = fromHex(leaf);
  for (const step of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(fromHex(step), hash, sha256);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else hash = nodeHash(hash, fromHex(step), sha256);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && toHex(hash) === root;
};
