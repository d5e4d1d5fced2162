import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { testVoteKey } from '../../functions/test/vote-key.ts';
import type { Bundle } from './bundles.ts';

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

/** From process start to a loaded handler, over the same with an empty handler: fresh processes, interleaved, the least of so many. */
export const startRatios = (bundles: readonly Bundle[], folder: string, runs: number): Map<string, number> => {
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, 'export const handler = async () => {};');
  const least = new Map<string, number>();
  for (let run = 0; run < runs; run += 1) {
    for (const file of [empty, ...bundles.map((bundle) => bundle.file)]) {
      least.set(file, Math.min(least.get(file) ?? Number.POSITIVE_INFINITY, startOnce(file)));
    }
  }
  const floor = least.get(empty) ?? 1;
  return new Map(bundles.map(({ name, file }) => [name, (least.get(file) ?? 0) / floor]));
};
