import { randomBytes } from 'node:crypto';
import { handle } from 'hono/aws-lambda';
import { makeVotesApi } from '../app/votes.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { log, now, photosOf, sessionOf, tablesOf } from '../runtime.ts';
import { makeVotesStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeVotesStores(tablesOf(env));

export const handler = handle(
  makeVotesApi({
    stores,
    media: photosOf(env, stores),
    session: sessionOf(env, secrets),
    voteKey: secrets.voteKey,
    now,
    randomBytes,
    log,
  }),
);
