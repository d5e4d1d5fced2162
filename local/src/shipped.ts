import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import * as z from 'zod/mini';
import lighten from '../../functions/lighten.ts';
import { readBundling } from './serverless-yml.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const Manifest = z.object({ name: z.string(), version: z.string() });

/** The npm package that a bundled file belongs to, with its version; undefined for our own. */
const packageOf = (file: string): string | undefined => {
  const [folder] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
  if (folder === undefined) return undefined;
  const { name, version } = z.parse(Manifest, JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')));
  return `${name}@${version}`;
};

/** Every npm package that has a line in the bundle of a function, by what esbuild says it took. */
export const shippedInFunctions = async (): Promise<string[]> => {
  const { functions, custom } = readBundling();
  const { metafile } = await build({
    ...custom.esbuild,
    absWorkingDir: root,
    entryPoints: Object.values(functions).map(({ handler }) => `${handler.replace(/\.handler$/, '')}.ts`),
    outdir: 'shipped',
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    plugins: lighten,
  });
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  return [...new Set(files.map(packageOf))].filter((name) => name !== undefined).toSorted();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await shippedInFunctions()).join('\n'));
