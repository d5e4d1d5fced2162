import { handle } from 'hono/aws-lambda';
import { makeDeskApi } from '../app/desk.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { partOf, tablesOf } from '../runtime.ts';
import { makeDeskStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeDeskStores(tablesOf(env));

export const handler = handle(makeDeskApi(partOf(env, secrets, stores)));
