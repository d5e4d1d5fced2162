import { createHash } from 'node:crypto';
import path from 'node:path';

const src = path.resolve(__dirname, '..', 'src');
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const given = new Map<string, string>();
const taken = new Set<string>();

/**
 * Three letters for a class of a CSS module, four where those are taken: every node that comes to a page in WeChat is sent with its
 * classes. No class of our own outside the modules is as short.
 */
export const shortName = (local: string, file: string): string => {
  const key = `${path.relative(src, file)} ${local}`;
  const known = given.get(key);
  if (known !== undefined) return known;
  const spelt = [...createHash('sha256').update(key).digest()].map((byte) => letters[byte % letters.length]).join('');
  let length = 3;
  while (taken.has(spelt.slice(0, length))) length += 1;
  const name = spelt.slice(0, length);
  taken.add(name);
  given.set(key, name);
  return name;
};
