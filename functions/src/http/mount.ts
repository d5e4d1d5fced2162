import { gzipSync } from 'node:zlib';
import { commonErrors } from '@suishoupai/shared/contract/common-errors';
import { AppError, type ErrorBody, type ErrorCode, invalidField } from '@suishoupai/shared/contract/errors';
import type { Route } from '@suishoupai/shared/contract/route';
import type { PersonId } from '@suishoupai/shared/ids';
import type { Grant } from '@suishoupai/shared/people/contract';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Hono } from 'hono/tiny';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import * as z from 'zod/mini';
import type { Log } from '../log.ts';
import { asDownload } from './disposition.ts';
import type { Handlers, Viewer } from './handlers.ts';
import { parseJson, parsePart } from './input.ts';

export type MountDeps = {
  /** The person a token names, or AppError `session.*`. */
  readToken: (token: string, now: Date) => Promise<{ personId: PersonId; isStaff: boolean }>;
  grantsOf: (personId: PersonId) => Promise<readonly Grant[]>;
  now: () => Date;
  log: Log;
};

const bearer = (context: Context): string | undefined =>
  /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1];

/** Who asked, for the line that says a request was refused. */
const askers = new WeakMap<Request, PersonId>();

const viewerOf = async (deps: MountDeps, context: Context, route: Route, now: Date): Promise<Viewer | undefined> => {
  const token = bearer(context);
  if (token === undefined) {
    if (route.access === 'anyone') return undefined;
    throw new AppError('session.missing');
  }
  const { personId, isStaff } = await deps.readToken(token, now);
  askers.set(context.req.raw, personId);
  const grants = isStaff || route.access === 'staff' ? await deps.grantsOf(personId) : [];
  if (route.access === 'staff' && grants.length === 0) throw new AppError('access.denied');
  return { personId, grants };
};

/** What API Gateway saw at the other end: whoever asks can write any `X-Forwarded-For`. */
const Gateway = z.object({ requestContext: z.object({ http: z.object({ sourceIp: z.string() }) }) });
const addressOf = ({ env }: Context): string | undefined => {
  const seen = z.safeParse(Gateway, env);
  return seen.success ? seen.data.requestContext.http.sourceIp : undefined;
};

const queryOf = (context: Context): Record<string, string> =>
  Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, values]) => {
      if (values.length > 1) throw invalidField(`query.${name}`, 'repeated', '只能有一个');
      const [value] = values;
      if (value === undefined || value === '') throw invalidField(`query.${name}`, 'empty', '不能为空');
      return [name, value];
    }),
  );

const bodyOf = async (context: Context, { maxBodyBytes }: Route): Promise<unknown> => {
  if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
    throw invalidField('body', 'contentType', '内容须为 JSON');
  }
  return parseJson(await context.req.text(), maxBodyBytes);
};

const queryPart = (route: Route, context: Context) => {
  const query = queryOf(context);
  if (route.query !== undefined) return parsePart('query', route.query, query);
  const [unknown] = Object.keys(query);
  if (unknown !== undefined) throw invalidField(`query.${unknown}`, 'unrecognized_keys', '有不认识的内容');
  return undefined;
};

const requestOf = async (context: Context, route: Route) => ({
  params: route.params === undefined ? undefined : parsePart('params', route.params, context.req.param()),
  query: queryPart(route, context),
  body: route.body === undefined ? undefined : parsePart('body', route.body, await bodyOf(context, route)),
});

const errorBody = (error: AppError, message: string): ErrorBody => ({
  error: {
    code: error.code,
    message,
    ...(error.details === undefined ? {} : { details: error.details }),
    ...(error.retryAfterSeconds === undefined ? {} : { retryAfter: error.retryAfterSeconds }),
  },
});

const File = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array), type: z.optional(z.string()) });

/**
 * Text goes compressed to whoever takes it so: a function may answer 6 MB, in which text stands as a JSON string, and the pack of 8,000
 * electors who each changed their ballot once is 4.5 MB before that.
 */
const compressed = (type: string, acceptEncoding: string): boolean =>
  /^(application\/json|text\/)/.test(type) && /\bgzip\b/.test(acceptEncoding);

const fileAnswer = (type: string, result: unknown, acceptEncoding = ''): Response => {
  const file = z.parse(File, result);
  const isCompressed = compressed(file.type ?? type, acceptEncoding);
  return new Response(new Uint8Array(isCompressed ? gzipSync(file.bytes) : file.bytes), {
    headers: {
      vary: 'accept-encoding',
      ...(isCompressed ? { 'content-encoding': 'gzip' } : {}),
      'content-type': file.type ?? type,
      'content-disposition': asDownload(file.name),
    },
  });
};

/**
 * Mounts a contract on its handlers: authenticates, parses what comes in, and parses what goes out by the response schema, so that
 * a field which is not in the contract never leaves.
 */
export const mount = <Routes extends Record<string, Route>>(
  app: Hono,
  routes: Routes,
  handlers: Handlers<Routes>,
  deps: MountDeps,
): void => {
  for (const [name, route] of Object.entries(routes)) {
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`no handler for ${name}`);
    app.on(route.method, route.path.replace(/\{(\w+)\}/g, ':$1'), async (context) => {
      const now = deps.now();
      const viewer = await viewerOf(deps, context, route, now);
      const request = await requestOf(context, route);
      const address = addressOf(context);
      const result = await handler({ ...request, viewer, now, address } as Parameters<typeof handler>[0]);
      return route.file === undefined
        ? context.json(z.parse(route.response, result) as object)
        : fileAnswer(route.file, result, context.req.header('accept-encoding'));
    });
  }
};

/** No answer is a page, none may be kept on the way or shown in a frame, and none is had without encryption. */
const everyAnswer = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-site',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

type Sentences = { [Code in ErrorCode]?: { status: ContentfulStatusCode; message: string } };
type AppOptions = { log: Log; errors?: Sentences; largestBody?: number };

/** The bare application: what every route shares. `errors`: what it can answer beside the common ones. */
export const makeApp = ({ log, errors = {}, largestBody = 64 * 1024 }: AppOptions): Hono => {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(everyAnswer)) context.res.headers.set(name, value);
  });
  const sentences: Sentences = { ...commonErrors, ...errors };
  const answer = (context: Context, error: AppError) => {
    const { status, message } = sentences[error.code] ?? commonErrors.internal;
    if (error.retryAfterSeconds !== undefined) context.header('retry-after', String(error.retryAfterSeconds));
    return context.json(errorBody(error, message), status);
  };
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: (context) => answer(context, new AppError('request.tooLarge')),
    }),
  );
  app.notFound((context) => answer(context, new AppError('route.notFound')));
  app.onError((error, context) => {
    const known = error instanceof AppError ? error : new AppError('internal', undefined, { cause: error });
    const { status } = sentences[known.code] ?? commonErrors.internal;
    const where = {
      method: context.req.method,
      path: context.req.path,
      code: known.code,
      personId: askers.get(context.req.raw),
    };
    if (status >= 500) log.error('request failed', { ...where, cause: known.cause ?? known });
    else log.info('request refused', where);
    return answer(context, known);
  });
  return app;
};
