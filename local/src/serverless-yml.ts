import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { root } from './settings.ts';

/** The part of serverless.yml that a schema asks for; params and CloudFormation's tags stay as they are written. Throws ZodError. */
export const readServerless = <S extends z.core.$ZodType>(
  schema: S,
  file = join(root, 'serverless.yml'),
): z.output<S> => z.parse(schema, parse(readFileSync(file, 'utf8'), { logLevel: 'error' }));

const Bundling = z.object({
  functions: z.record(z.string(), z.object({ handler: z.string() })),
  custom: z.object({
    esbuild: z.object({
      mainFields: z.array(z.string()),
      target: z.string(),
      alias: z.record(z.string(), z.string()),
      external: z.array(z.string()),
    }),
  }),
});

/** The functions, and how they are bundled. */
export const readBundling = () => readServerless(Bundling);
