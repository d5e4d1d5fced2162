import { handle } from 'hono/aws-lambda';
import { makeTimebankApi } from '../app/timebank.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { partOf, tablesOf } from '../runtime.ts';
import { makeTimebankStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeTimebankStores(tablesOf(env));

export const handler = handle(makeTimebankApi(partOf(env, secrets, stores)));
