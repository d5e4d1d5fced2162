import { handle } from 'hono/aws-lambda';
import { makeVotesApi } from '../app/votes.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { partOf, tablesOf } from '../runtime.ts';
import { makeVotesStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeVotesStores(tablesOf(env));

export const handler = handle(makeVotesApi({ ...partOf(env, secrets, stores), voteKey: secrets.voteKey }));
