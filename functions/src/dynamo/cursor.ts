import { invalidField } from '@suishoupai/shared/contract/errors';
import type { Item } from './table.ts';

/** A page token: the key to go on from, as DynamoDB names it. Opaque to callers, checked when it comes back. */
export const toCursor = (next: Item | undefined): string | undefined =>
  next === undefined ? undefined : Buffer.from(JSON.stringify(next)).toString('base64url');

/** What a list's keys look like: attributes that have one value in it, and those that have any. */
export type ListKeys = { fixed: Record<string, string>; open: readonly string[] };

const refuse = () => invalidField('query.cursor', 'cursor', '这一页已失效，请从头刷新');

const decode = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw refuse();
  }
};

/**
 * The key inside a token, if it is a key of the list that is asked for: anything else is `request.invalid`, so that nobody reads on in a
 * partition that is not theirs and no made-up key reaches the table.
 */
export const fromCursor = (cursor: string | undefined, { fixed, open }: ListKeys): Item | undefined => {
  if (cursor === undefined) return undefined;
  const key = decode(cursor);
  if (typeof key !== 'object' || key === null) throw refuse();
  const found = new Map(Object.entries(key));
  const isComplete = found.size === Object.keys(fixed).length + open.length;
  const isOfList = Object.entries(fixed).every(([name, value]) => found.get(name) === value);
  const isFilled = open.every((name) => {
    const value: unknown = found.get(name);
    return typeof value === 'string' && value !== '';
  });
  if (!isComplete || !isOfList || !isFilled) throw refuse();
  return Object.fromEntries(found);
};
