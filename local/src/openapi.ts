import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { errorTable } from '@suishoupai/shared/contract/error-table';
import type { ErrorCode } from '@suishoupai/shared/contract/errors';
import type { Route } from '@suishoupai/shared/contract/route';
import { allRoutes } from '@suishoupai/shared/contract/routes';
import { TicketView } from '@suishoupai/shared/tickets/contract';
import { stringify } from 'yaml';
import * as z from 'zod';

export const openapiFile = fileURLToPath(new URL('../../docs/api/openapi.yaml', import.meta.url));

/** Schemas that several routes answer with, said once. */
const named = new Map<z.core.$ZodType, string>([[TicketView, 'TicketView']]);

const schemaOf = (schema: z.core.$ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'openapi-3.0' });
  return json;
};

const responseOf = (schema: z.core.$ZodType) => {
  const name = named.get(schema);
  return name === undefined ? schemaOf(schema, 'output') : { $ref: `#/components/schemas/${name}` };
};

const parametersOf = (schema: z.core.$ZodType | undefined, where: 'path' | 'query') => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: inner,
  }));
};

/** Told where a route has turns: how long to wait, in the body too, for `wx.request` reads headers unevenly. */
const retryAfter = {
  'Retry-After': { description: 'Seconds until it is worth trying again', schema: { type: 'integer' } },
};

const problem = (codes: readonly ErrorCode[]) => ({
  description: codes.map((code) => `\`${code}\` ${errorTable[code].message}`).join('; '),
  ...(codes.includes('request.tooOften') ? { headers: retryAfter } : {}),
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
});

const errorsOf = (route: Route) => {
  const always: ErrorCode[] = [
    ...(route.body === undefined && route.query === undefined && route.params === undefined
      ? []
      : (['request.invalid'] as const)),
    ...(route.body === undefined ? [] : (['request.tooLarge'] as const)),
    ...(route.access === 'anyone' ? [] : (['session.missing', 'session.expired'] as const)),
    ...(route.access === 'staff' ? (['access.denied'] as const) : []),
  ];
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...always, ...route.errors])) {
    const { status } = errorTable[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].toSorted(([a], [b]) => a - b).map(([status, codes]) => [status, problem(codes)]),
  );
};

const operationOf = (operationId: string, route: Route) => ({
  operationId,
  summary: route.summary,
  ...(route.access === 'anyone' ? { security: [{}, { session: [] }] } : { security: [{ session: [] }] }),
  'x-access': route.access,
  parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
  ...(route.body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }),
  responses: {
    200: {
      description: 'OK',
      content: { 'application/json': { schema: responseOf(route.response) } },
    },
    ...errorsOf(route),
  },
});

/** The OpenAPI document of the contract, as YAML; `docs/api/openapi.yaml` is this text. */
export const openapiDocument = (): string => {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of Object.entries<Route>(allRoutes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(name, route) };
  }
  const errorSchema = {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          code: { type: 'string', enum: Object.keys(errorTable) },
          message: { type: 'string' },
          retryAfter: { type: 'integer' },
          details: {
            type: 'array',
            items: {
              type: 'object',
              required: ['field', 'rule', 'message'],
              properties: { field: { type: 'string' }, rule: { type: 'string' }, message: { type: 'string' } },
            },
          },
        },
      },
    },
  };
  return stringify(
    {
      openapi: '3.0.3',
      info: {
        title: '随手拍',
        version: '1',
        description: 'Generated from shared/src/**/contract.ts by `npm run openapi`.',
      },
      paths,
      components: {
        securitySchemes: { session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
        schemas: {
          Error: errorSchema,
          ...Object.fromEntries([...named].map(([schema, name]) => [name, schemaOf(schema, 'output')])),
        },
      },
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(openapiFile, openapiDocument());
