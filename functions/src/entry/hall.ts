import { randomBytes } from 'node:crypto';
import { handle } from 'hono/aws-lambda';
import { makeHallApi } from '../app/hall.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { log, now, photosOf, sessionOf, tablesOf } from '../runtime.ts';
import { makeHallStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeHallStores(tablesOf(env));

export const handler = handle(
  makeHallApi({ stores, media: photosOf(env, stores), session: sessionOf(env, secrets), now, randomBytes, log }),
);
