import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import lighten from '../../functions/lighten.ts';

const Bundling = z.object({
  custom: z.object({
    esbuild: z.object({ mainFields: z.array(z.string()), target: z.string(), alias: z.record(z.string(), z.string()) }),
  }),
});

/** `parts`: bytes of the minified bundle by where they come from, the most first. */
export type Bundle = {
  name: string;
  file: string;
  bytes: number;
  gzipped: number;
  parts: [name: string, bytes: number][];
};

/** A package by its name, our own sources by their domain. */
const originOf = (path: string): string => {
  const packaged = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (packaged !== undefined) return packaged;
  const [, workspace = '', domain = ''] = /(functions|shared)\/src\/([^/]+)/.exec(path) ?? [];
  return `${workspace}/${domain.replace(/\.ts$/, '')}`;
};

const partsOf = ({ outputs }: Metafile): [string, number][] => {
  const totals = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const origin = originOf(path);
      totals.set(origin, (totals.get(origin) ?? 0) + bytesInOutput);
    }
  }
  return [...totals].toSorted(([, a], [, b]) => b - a);
};

/** Every function as it is packaged, beside the sources, so that what stays outside its bundle is found; gone when `use` is done. */
export const withBundles = async <T>(
  root: string,
  use: (bundles: Bundle[], folder: string) => Promise<T>,
): Promise<T> => {
  const { custom } = z.parse(
    Bundling,
    parse(readFileSync(join(root, 'serverless.yml'), 'utf8'), { logLevel: 'error' }),
  );
  const entries = join(root, 'functions/src/entry');
  const names = readdirSync(entries)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''));
  const folder = mkdtempSync(join(root, 'functions', '.bench-'));
  try {
    const bundles: Bundle[] = [];
    for (const name of names) {
      const file = join(folder, `${name}.mjs`);
      const { metafile } = await build({
        ...custom.esbuild,
        absWorkingDir: root,
        entryPoints: [join(entries, `${name}.ts`)],
        outfile: file,
        bundle: true,
        minify: true,
        format: 'esm',
        platform: 'node',
        external: ['sharp'],
        plugins: lighten,
        metafile: true,
      });
      const bytes = readFileSync(file);
      const gzipped = gzipSync(bytes, { level: 9 }).length;
      bundles.push({ name, file, bytes: bytes.length, gzipped, parts: partsOf(metafile) });
    }
    return await use(bundles, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
