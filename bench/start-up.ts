import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import lighten from '../functions/lighten.ts';
import { testVoteKey } from '../functions/test/vote-key.ts';

const runs = 15;
const functions = [
  'api',
  'desk',
  'overview',
  'hall',
  'meetings',
  'votes',
  'points',
  'volunteering',
  'timebank',
  'rewards',
  'ticket-stream',
  'hall-stream',
  'points-stream',
  'sweep',
  'hall-sweep',
  'points-sweep',
  'clean-media',
] as const;

const Bundling = z.object({
  custom: z.object({
    esbuild: z.object({ mainFields: z.array(z.string()), target: z.string(), alias: z.record(z.string(), z.string()) }),
  }),
});

/** What a function finds in its environment; the values are never used. */
const environment = {
  STAGE: 'bench',
  AWS_REGION: 'cn-northwest-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  PEOPLE_TABLE: 'people',
  PLACES_TABLE: 'places',
  TICKETS_TABLE: 'tickets',
  DELIBERATIONS_TABLE: 'deliberations',
  POINTS_TABLE: 'points',
  MEDIA_TABLE: 'media',
  UPLOADS_BUCKET: 'uploads',
  PHOTOS_BUCKET: 'photos',
  WECHAT_APP_ID: 'wx',
  WECHAT_API_BASE: 'https://api.weixin.qq.com',
  WECHAT_TEMPLATES: '{}',
  SECRETS_JSON: JSON.stringify({
    wechatAppSecret: 's',
    sessionKey: 'k'.repeat(32),
    pushToken: 't',
    pushAesKey: 'a',
    voteKey: testVoteKey,
  }),
};

/**
 * As Lambda's runtime does it: a CommonJS program that imports the handler's module. Counted from the start of the process: importing an
 * empty module alone takes Node 24 half a millisecond, and a ratio to that says nothing.
 */
const script = (file: string) =>
  `import(${JSON.stringify(pathToFileURL(file).href)}).then(() => console.log(performance.now()));`;

const startOnce = (file: string): number =>
  Number(
    execFileSync(process.execPath, ['--input-type=commonjs', '-e', script(file)], {
      env: { ...process.env, ...environment },
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
      .at(-1),
  );

type StartUp = { name: string; bytes: number; gzipped: number; startMs: number; ratio: number };

/** From process start to a loaded handler, over the same with an empty handler: fresh processes, interleaved, the least of fifteen. */
export const measureStartUp = async (root: string): Promise<StartUp[]> => {
  const { custom } = z.parse(
    Bundling,
    parse(readFileSync(join(root, 'serverless.yml'), 'utf8'), { logLevel: 'error' }),
  );
  // Beside the sources, so that `sharp`, which stays outside the bundle, is found.
  const folder = mkdtempSync(join(root, 'functions', '.bench-'));
  try {
    const empty = join(folder, 'empty.mjs');
    writeFileSync(empty, 'export const handler = async () => {};');
    const files = functions.map((name) => ({ name, outfile: join(folder, `${name}.mjs`) }));
    for (const { name, outfile } of files) {
      await build({
        ...custom.esbuild,
        absWorkingDir: root,
        entryPoints: [join(root, 'functions/src/entry', `${name}.ts`)],
        outfile,
        bundle: true,
        minify: true,
        format: 'esm',
        platform: 'node',
        external: ['sharp'],
        plugins: lighten,
      });
    }
    const least = new Map<string, number>();
    for (let run = 0; run < runs; run += 1) {
      for (const file of [empty, ...files.map(({ outfile }) => outfile)]) {
        least.set(file, Math.min(least.get(file) ?? Number.POSITIVE_INFINITY, startOnce(file)));
      }
    }
    const floor = least.get(empty) ?? 1;
    return files.map(({ name, outfile }) => {
      const bytes = readFileSync(outfile);
      const startMs = least.get(outfile) ?? 0;
      return { name, bytes: bytes.length, gzipped: gzipSync(bytes).length, startMs, ratio: startMs / floor };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const rows = await measureStartUp(new URL('..', import.meta.url).pathname);
  console.table(
    rows.map(({ startMs, ratio, ...row }) => ({ ...row, 'start ms': startMs.toFixed(1), '÷ empty': ratio.toFixed(1) })),
  );
}
