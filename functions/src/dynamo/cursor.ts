import { invalidField } from '@suishoupai/shared/contract/errors';
import type { Item } from './table.ts';

/** A page token: the key to go on from, as DynamoDB names it. Opaque to callers, checked when it comes back. */
export const toCursor = (next: Item | undefined): string | undefined =>
  next === undefined ? undefined : Buffer.from(JSON.stringify(next)).toString('base64url');

/**
 * The key inside a token, if it goes on in the partition that is being listed: a token from another list is `request.invalid`,
 * so that nobody reads on in a partition that is not theirs.
 */
export const fromCursor = (cursor: string | undefined, partition: Record<string, string>): Item | undefined => {
  if (cursor === undefined) return undefined;
  const refuse = () => invalidField('query.cursor', 'cursor', '这一页已失效，请从头刷新');
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw refuse();
  }
  if (typeof key !== 'object' || key === null || Array.isArray(key)) throw refuse();
  const entries = Object.entries(key);
  if (!entries.every(([, value]) => typeof value === 'string')) throw refuse();
  const found = Object.fromEntries(entries) as Item;
  if (Object.entries(partition).some(([name, value]) => found[name] !== value)) throw refuse();
  return found;
};
