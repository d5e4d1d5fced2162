import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readBundling } from '@suishoupai/local/serverless-yml';
import { build, type Metafile } from 'esbuild';
import lighten from '../../functions/lighten.ts';

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

/** Bytes that are packed beside the bundle of `documents`: what its patterns in serverless.yml take of what is laid there. */
export const besideDocuments = (root: string): number => {
  execFileSync(process.execPath, [join(root, 'local/src/build-documents.ts')]);
  const folder = join(root, 'functions/src/entry/documents/node_modules');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !file.name.endsWith('.map') && !file.parentPath.includes('testdata'))
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
};

/** Every function as it is packaged, beside the sources, so that what stays outside its bundle is found; gone when `use` is done. */
export const withBundles = async <T>(
  root: string,
  use: (bundles: Bundle[], folder: string) => Promise<T>,
): Promise<T> => {
  const { custom } = readBundling();
  const entries = join(root, 'functions/src/entry');
  const files = readdirSync(entries, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('node_modules'))
    .toSorted();
  const folder = mkdtempSync(join(root, 'functions', '.bench-'));
  try {
    const bundles: Bundle[] = [];
    for (const source of files) {
      const name = basename(source, '.ts');
      const file = join(folder, `${name}.mjs`);
      const { metafile } = await build({
        ...custom.esbuild,
        absWorkingDir: root,
        entryPoints: [join(entries, source)],
        outfile: file,
        bundle: true,
        minify: true,
        format: 'esm',
        platform: 'node',
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
