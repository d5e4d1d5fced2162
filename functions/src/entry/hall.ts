import { handle } from 'hono/aws-lambda';
import { makeHallApi } from '../app/hall.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { partOf, tablesOf } from '../runtime.ts';
import { makeHallStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeHallStores(tablesOf(env));

export const handler = handle(makeHallApi(partOf(env, secrets, stores)));
