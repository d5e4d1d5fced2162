import { makePointsSweep } from '../app/points-background.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { log, makeStores, now } from '../runtime.ts';

const env = readEnv();
const { voteKey } = await readSecrets(env);
const sweep = makePointsSweep({ stores: makeStores(env), voteKey, log });

export const handler = async (): Promise<void> => {
  const done = await sweep(now());
  log.info('points sweep done', done);
  const failed = Object.values(done).reduce((sum, each) => sum + each.failed, 0);
  if (failed > 0) throw new Error(`${failed} orders, books and activities could not be swept`);
};
