import { handle } from 'hono/aws-lambda';
import { makePointsApi } from '../app/points.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { partOf, tablesOf } from '../runtime.ts';
import { makePointsStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makePointsStores(tablesOf(env));

export const handler = handle(makePointsApi(partOf(env, secrets, stores)));
