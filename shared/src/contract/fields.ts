import * as z from 'zod/mini';

const lineBreaks = new Set(['\t', '\n', '\r']);
const isPrintable = (value: string): boolean =>
  Array.from(value).every((character) => (character >= ' ' && character !== '\u007f') || lineBreaks.has(character));

/** Text a person typed: trimmed, control characters refused, counted in UTF-16 units as WeChat's inputs count. */
export const text = (min: number, max: number) =>
  z.string().check(z.trim(), z.minLength(min), z.maxLength(max), z.refine(isPrintable));

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const Instant = z.iso.datetime({ precision: 3 });

/** Opaque page token; absent on the first page and after the last. */
export const Cursor = z.string().check(z.maxLength(600), z.regex(/^[\w-]+$/));

export const pageOf = <S extends z.core.$ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.optional(Cursor) });
