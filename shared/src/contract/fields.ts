import * as z from 'zod/mini';

/** Text a person typed: trimmed, control characters refused, counted in UTF-16 units as WeChat's inputs count. */
export const text = (min: number, max: number) =>
  z
    .string()
    .check(z.trim(), z.minLength(min), z.maxLength(max), z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/));

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const Instant = z.iso.datetime({ precision: 3 });

/** Opaque page token; absent on the first page and after the last. */
export const Cursor = z.string().check(z.maxLength(600), z.regex(/^[\w-]+$/));

export const pageOf = <S extends z.core.$ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.optional(Cursor) });
