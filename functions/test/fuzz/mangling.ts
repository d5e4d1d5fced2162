import { type Route, routeUrl } from '@suishoupai/shared/contract/route';
import * as fc from 'fast-check';
import type { Asked } from '../access/door.ts';
import { hostile, hostileText } from './hostile.ts';
import { near, wholePart } from './neighbourhood.ts';

/** A request as it goes over the line. */
export type Sent = {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
};
/** What is done to an honest request, and what it is called. */
export type Mangling = { how: string; mangle: (asked: Asked, token: string | undefined) => Sent };

type Part = 'params' | 'query' | 'body';
const parts: readonly Part[] = ['params', 'query', 'body'];
const tenMegabytes = `{"a":"${'x'.repeat(10 * 1024 * 1024)}"}`;

/** Half a character has no place in a URL. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

/** Of values that a URL can hold. */
const forUrl = (part: unknown): object =>
  Object.fromEntries(
    Object.entries(part ?? {}).map(([key, value]: [string, unknown]) => [
      key,
      wellFormed(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')),
    ]),
  );

const sent = ({ method, path }: Route, { params, query, body }: Asked, token: string | undefined): Sent => ({
  url: routeUrl(path, forUrl(params), forUrl(query)),
  method,
  headers: {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

const pathsOf = (value: unknown, at: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? [at, ...Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...at, key]))]
    : [at];

/** A copy with another value at the place; undefined takes it out. */
const replaced = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
  if (key === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value ?? {}) };
  const inside = replaced(new Map(Object.entries(copy)).get(key), rest, by);
  if (inside !== undefined)
    Object.defineProperty(copy, key, { value: inside, enumerable: true, configurable: true, writable: true });
  else Reflect.deleteProperty(copy, key);
  return copy;
};

/** One place of one part is another value. */
const onePlace = (route: Route, base: Asked): fc.Arbitrary<Mangling> => {
  const places = parts.flatMap((part) =>
    base[part] === undefined ? [] : pathsOf(base[part]).map((path) => ({ part, path })),
  );
  if (places.length === 0) return fc.constant({ how: 'as it is', mangle: (asked, token) => sent(route, asked, token) });
  return fc.constantFrom(...places).chain(({ part, path }) =>
    fc
      .oneof(
        { weight: 3, arbitrary: near(route[part], path) },
        { weight: 2, arbitrary: hostile },
        { weight: 1, arbitrary: fc.constant(undefined) },
      )
      .map((value) => ({
        how: `${part}.${path.join('.')} = ${JSON.stringify(value)?.slice(0, 200)}`,
        mangle: (asked: Asked, token: string | undefined) =>
          sent(route, { ...asked, [part]: replaced(asked[part], path, value) }, token),
      })),
  );
};

/** A whole part is made after the contract: ids of its own, that stand for nothing, among it. */
const onePart = (route: Route): fc.Arbitrary<Mangling> => {
  const made = parts.filter((part) => route[part] !== undefined);
  if (made.length === 0) return fc.constant({ how: 'as it is', mangle: (asked, token) => sent(route, asked, token) });
  return fc.constantFrom(...made).chain((part) =>
    wholePart(route[part]).map((value) => ({
      how: `${part} = ${JSON.stringify(value)?.slice(0, 400)}`,
      mangle: (asked: Asked, token: string | undefined) => sent(route, { ...asked, [part]: value }, token),
    })),
  );
};

const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
const rawBodies: readonly [how: string, make: (text: string) => string | Uint8Array<ArrayBuffer>][] = [
  ['cut short', (text) => text.slice(0, -Math.ceil(text.length / 3))],
  ['with something after it', (text) => `${text}}`],
  ['twice', (text) => text + text],
  ['empty', () => ''],
  ['with a mark before it', (text) => `\ufeff${text}`],
  ['with a key twice', (text) => text.replace('{', '{"id":null,')],
  ['with __proto__', (text) => text.replace('{', '{"__proto__":{"isAdmin":true},')],
  ['with constructor.prototype', (text) => text.replace('{', '{"constructor":{"prototype":{"isAdmin":true}},')],
  ['lists in lists', () => deep('[', ']', 7_000)],
  ['things in things', () => deep('{"a":', '}', 2_500).replace('}', '1}')],
  ['a list without an end', () => '['.repeat(15_000)],
  ['numbers too large', (text) => text.replace(/:\d+/, ':1e999')],
  ['a number of many digits', (text) => text.replace(/:\d+/, `:${'9'.repeat(4_000)}`)],
  ['half a character', (text) => text.replace(/:"/, ':"\\ud800')],
  ['no UTF-8', (text) => Uint8Array.from([...Buffer.from(text), 0xff, 0xfe, 0xc0, 0x80])],
  ['NUL inside', (text) => text.replace(/:"/, ':"\\u0000')],
  ['many keys', () => `{${Array.from({ length: 900 }, (_, i) => `"k${i}":${i}`).join()}}`],
  ['one string', () => JSON.stringify('x'.repeat(10_000))],
  ['null', () => 'null'],
  ['not JSON', () => '<xml/>'],
];

const rawBody = (route: Route): fc.Arbitrary<Mangling> =>
  fc.constantFrom(...rawBodies).map(([how, make]) => ({
    how: `body ${how}`,
    mangle: (asked, token) => {
      const { body = '{}', ...rest } = sent(
        { ...route, method: route.method === 'GET' ? 'POST' : route.method },
        asked,
        token,
      );
      return { ...rest, body: make(String(body)) };
    },
  }));

const headers: readonly [name: string, value: string][] = [
  ...['', 'Bearer', 'Bearer ', 'bearer x', 'Basic dXNlcjpwYXNz', 'Bearer a.b.c', `Bearer ${'x'.repeat(8_000)}`].map(
    (value) => ['authorization', value] as [string, string],
  ),
  ...[
    'Bearer ..',
    'Bearer eyJhbGciOiJub25lIn0.e30.',
    'Bearer {"alg":"none"}',
    'Bearer x, Bearer y',
    'Bearer \u00ff',
  ].map((value) => ['authorization', value] as [string, string]),
  ...[
    '',
    'text/plain',
    'multipart/form-data',
    'application/jsonx',
    'application/json; charset=utf-16',
    'x'.repeat(5_000),
  ].map((value) => ['content-type', value] as [string, string]),
  ['accept-encoding', 'gzip;q=0, br, *'],
  ['accept', 'text/html'],
  ['content-length', '99999999999'],
  ['content-length', '-1'],
  ['content-encoding', 'gzip'],
  ['transfer-encoding', 'chunked'],
  ['x-forwarded-for', '127.0.0.1'],
  ['x-forwarded-proto', 'javascript'],
  ['x-http-method-override', 'DELETE'],
  ['host', 'evil.example'],
  ['origin', 'https://evil.example'],
  ['range', 'bytes=0-0'],
  ['if-match', '*'],
  ['cookie', '__proto__=1'],
];

const oneHeader = (route: Route): fc.Arbitrary<Mangling> =>
  fc.constantFrom(...headers).map(([name, value]) => ({
    how: `${name}: ${value.slice(0, 60)}`,
    mangle: (asked, token) => {
      const honest = sent(route, asked, token);
      return { ...honest, headers: { ...honest.headers, [name]: value } };
    },
  }));

const ends: readonly [how: string, change: (url: string) => string][] = [
  ['half an escape', (url) => `${url}%E0%A4%A`],
  ['an escape of nothing', (url) => `${url}%`],
  ['NUL', (url) => `${url}%00`],
  ['a slash more', (url) => `${url}/`],
  ['up', (url) => `${url}/../../me`],
  ['escaped up', (url) => `${url}%2f..%2fme`],
  ['two slashes', (url) => url.replace('/v1/', '//v1//')],
  ['in capitals', (url) => url.toUpperCase()],
  ['long', (url) => url + 'x'.repeat(9_000)],
  ['one query twice', (url) => `${url}${url.includes('?') ? '&' : '?'}a=1&a=2`],
  ['a query nobody knows', (url) => `${url}${url.includes('?') ? '&' : '?'}__proto__=1`],
  ['a query without a value', (url) => `${url}${url.includes('?') ? '&' : '?'}cursor`],
  ['a query as a list', (url) => `${url}${url.includes('?') ? '&' : '?'}cursor[]=1`],
  ['half an escape in the query', (url) => `${url}${url.includes('?') ? '&' : '?'}cursor=%E0%A4%A`],
  ['a fragment', (url) => `${url}#x`],
  ['a semicolon', (url) => `${url};jsessionid=1`],
];

const oneEnd = (route: Route): fc.Arbitrary<Mangling> =>
  fc.constantFrom(...ends).map(([how, change]) => ({
    how: `URL with ${how}`,
    mangle: (asked, token) => {
      const honest = sent(route, asked, token);
      return { ...honest, url: change(honest.url) };
    },
  }));

/** Keys of tables as a page token holds them, of other lists and other people. */
const cursors: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({
    pk: fc.constantFrom('xfl', 'C#xfl', 'usr_x', '', 'tkt_xfl_x'),
    sk: fc.constantFrom('ticket', '', 'a', '~'),
  }),
  fc.dictionary(fc.constantFrom('pk', 'sk', 'reviewKey', 'reviewAt', 'deskKey', 'dueAt', '__proto__'), hostile, {
    maxKeys: 4,
  }),
  hostile,
);

const oneCursor = (route: Route): fc.Arbitrary<Mangling> =>
  cursors.map((key) => {
    const cursor = Buffer.from(JSON.stringify(key) ?? '').toString('base64url');
    return {
      how: `cursor ${JSON.stringify(key)?.slice(0, 200)}`,
      mangle: (asked, token) => sent(route, { ...asked, query: { ...asked.query, cursor } }, token),
    };
  });

const textForPath: fc.Arbitrary<string> = fc.constantFrom(...hostileText).map(wellFormed);

/** A parameter of the path is any text. */
const oneParam = (route: Route): fc.Arbitrary<Mangling> =>
  fc.tuple(textForPath, fc.nat({ max: 3 })).map(([text, at]) => ({
    how: `parameter ${at} ${JSON.stringify(text).slice(0, 60)}`,
    mangle: (asked, token) => {
      const names = Object.keys(asked.params ?? {});
      const name = names[at % Math.max(1, names.length)];
      return sent(route, name === undefined ? asked : { ...asked, params: { ...asked.params, [name]: text } }, token);
    },
  }));

const otherMethod = (route: Route): fc.Arbitrary<Mangling> =>
  fc.constantFrom('HEAD', 'OPTIONS', 'DELETE', 'PATCH', 'PUT', 'PROPFIND').map((method) => ({
    how: method,
    mangle: (asked, token) => {
      const { body, ...rest } = sent(route, asked, token);
      return { ...rest, method };
    },
  }));

/** Ten megabytes, to every route once. */
export const tooMuch = (route: Route): Mangling => ({
  how: 'ten megabytes',
  mangle: (asked, token) => ({
    ...sent(route, asked, token),
    method: route.method === 'GET' ? 'POST' : route.method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: tenMegabytes,
  }),
});

/** One thing wrong with an honest request of a route. */
export const mangling = (route: Route, base: Asked): fc.Arbitrary<Mangling> =>
  fc.oneof(
    { weight: 12, arbitrary: onePlace(route, base) },
    { weight: 4, arbitrary: onePart(route) },
    { weight: route.body === undefined ? 1 : 4, arbitrary: rawBody(route) },
    { weight: 2, arbitrary: oneHeader(route) },
    { weight: 2, arbitrary: oneEnd(route) },
    ...(route.query === undefined ? [] : [{ weight: 2, arbitrary: oneCursor(route) }]),
    ...(route.params === undefined ? [] : [{ weight: 2, arbitrary: oneParam(route) }]),
    { weight: 1, arbitrary: otherMethod(route) },
  );
