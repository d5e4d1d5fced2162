import type * as z from 'zod/mini';
import type { ErrorCode } from './errors.ts';

type Schema = z.core.$ZodType;

/** Who may call: anyone (a token is read if sent), a signed-in person, or a person with at least one staff grant. */
export type Access = 'anyone' | 'person' | 'staff';

export type Route = {
  /** `wx.request` knows no PATCH; actions are POST. */
  method: 'GET' | 'POST' | 'PUT';
  /** `{name}` marks a parameter that `params` describes. */
  path: `/v1/${string}`;
  summary: string;
  access: Access;
  params?: Schema;
  query?: Schema;
  body?: Schema;
  response: Schema;
  /** A file instead of JSON: its content type. The handler gives name and bytes, and `response` is empty. */
  file?: string;
  /** The largest body, where it is not that of a report (16 KB). */
  maxBodyBytes?: number;
  /** Codes a caller should expect besides the ones any route can give. */
  errors: readonly ErrorCode[];
};

/** A route is data: the server mount, the client, OpenAPI, the access matrix and the fuzz test all derive from it. */
export const defineRoute = <const R extends Route>(route: R): R => route;

type Input<S> = S extends Schema ? z.input<S> : undefined;
type Output<S> = S extends Schema ? z.output<S> : undefined;
type OptionalIfUndefined<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };

/** What a caller sends. */
export type RouteInput<R extends Route> = OptionalIfUndefined<{
  params: Input<R['params']>;
  query: Input<R['query']>;
  body: Input<R['body']>;
}>;

/** What a handler receives, parsed. */
export type RouteRequest<R extends Route> = {
  params: Output<R['params']>;
  query: Output<R['query']>;
  body: Output<R['body']>;
};

/** What a caller gets back. */
export type RouteResponse<R extends Route> = z.output<R['response']>;

/** `type` where a route gives more than one kind of file. */
export type FileAnswer = { name: string; bytes: Uint8Array; type?: string };

/** What a handler must give; it is parsed by the response schema, so that a field that is not in it never leaves. */
export type RouteResult<R extends Route> = R extends { file: string } ? FileAnswer : z.input<R['response']>;

/** Fills the path's parameters and appends the query; values are percent-encoded, absent query values left out. */
export const routeUrl = (path: string, params: object = {}, query: object = {}): string => {
  const values = new Map(Object.entries(params));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
};
