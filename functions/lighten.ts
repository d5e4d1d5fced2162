import { readFile } from 'node:fs/promises';
import type { Loader, Plugin } from 'esbuild';

type Stand = { filter: RegExp; loader: Loader; lightened: (text: string) => string };

/**
 * What the bundles never use: of the AWS SDK, in files that it imports by relative paths, which `alias` cannot reach; and of our contract the
 * sentences that only the OpenAPI document has.
 */
const stands: Stand[] = [
  {
    // The whole manifest is bundled for its version in the user agent.
    filter: /client-dynamodb[\\/]package\.json$/,
    loader: 'json',
    lightened: (text) => JSON.stringify({ version: (JSON.parse(text) as { version: string }).version }),
  },
  {
    // SHA-256 written in JavaScript, for where there is no `node:crypto`.
    filter: /checksum[\\/]sha256[\\/]Sha256Js\.js$/,
    loader: 'js',
    lightened: () => 'export class Sha256Js {}',
  },
  {
    // Waits between tries in the adaptive mode, which our clients never ask for and no environment of ours sets.
    filter: /util-retry[\\/]DefaultRateLimiter\.js$/,
    loader: 'js',
    lightened: () => 'export class DefaultRateLimiter {}',
  },
  {
    filter: /shared[\\/]src[\\/].*(routes|contract)\.ts$/,
    loader: 'ts',
    lightened: (text) => text.replace(/^\s*summary:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"),\n/gm, ''),
  },
];

/** Plugins of serverless-esbuild (serverless.yml) and of the bench. */
export default [
  {
    name: 'lighten',
    setup: (build) => {
      for (const { filter, loader, lightened } of stands) {
        build.onLoad({ filter }, async ({ path }) => ({ contents: lightened(await readFile(path, 'utf8')), loader }));
      }
    },
  },
] satisfies Plugin[];
