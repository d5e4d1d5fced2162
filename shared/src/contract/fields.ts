import * as z from 'zod/mini';

const isBetween = (code: number, from: number, to: number) => code >= from && code <= to;

/** Control characters, halves of a character, and marks that turn the direction of other people's text. */
const isRefused = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) ||
  isBetween(code, 0x7f, 0x9f) ||
  isBetween(code, 0xd800, 0xdfff) ||
  isBetween(code, 0x202a, 0x202e) ||
  isBetween(code, 0x2066, 0x2069);

/** Joins emoji or stands alone unseen. */
const isUnseen = (code: number): boolean =>
  isBetween(code, 0x200b, 0x200f) ||
  code === 0x2060 ||
  code === 0xfeff ||
  code <= 0x20 ||
  code === 0xa0 ||
  code === 0x3000;

const codesOf = (value: string): number[] => Array.from(value).map((character) => character.codePointAt(0) ?? 0);
const isPlain = (value: string): boolean => !codesOf(value).some(isRefused);
const isSeen = (value: string): boolean => value === '' || codesOf(value).some((code) => !isUnseen(code));
const withoutGaps = (value: string): string => value.replace(/(\r?\n[ \t]*){3,}/g, '\n\n');

/**
 * Text a person typed: trimmed, at most one blank line in a row, control characters refused, something to see in it; counted in UTF-16
 * units as WeChat's inputs count.
 */
export const text = (min: number, max: number) =>
  z
    .string()
    .check(z.trim(), z.overwrite(withoutGaps), z.minLength(min), z.maxLength(max), z.refine(isPlain), z.refine(isSeen));

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const Instant = z.iso.datetime({ precision: 3 });

/** Opaque page token; absent on the first page and after the last. */
export const Cursor = z.string().check(z.maxLength(600), z.regex(/^[\w-]+$/));

export const pageOf = <S extends z.core.$ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.optional(Cursor) });
