/** In a `u` expression only a half without its other half is one. */
const half = /[\ud800-\udfff]/u;

const quoted = (text: string): string => {
  if (half.test(text)) throw new RangeError('half of a character');
  return JSON.stringify(text);
};

/** By UTF-16 code units, as RFC 8785 sorts keys and as packs sort everything that has no order of its own. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isPlain = (value: object): boolean => Object.prototype.toString.call(value) === '[object Object]';

/**
 * The one way to write a value as JSON (RFC 8785): keys sorted, no spaces. Of numbers it takes safe integers only, and neither
 * `undefined` nor halves of characters: throws RangeError for those, because two programs could write them in two ways.
 */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => byCodeUnits(a, b));
    return `{${entries.map(([key, item]) => `${quoted(key)}:${canonical(item)}`).join(',')}}`;
  }
  throw new RangeError(`not to be written canonically: ${typeof value}`);
};
