import { handle } from 'hono/aws-lambda';
import { makeOverviewApi } from '../app/overview.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { partOf, tablesOf } from '../runtime.ts';
import { makeOverviewStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeOverviewStores(tablesOf(env));

export const handler = handle(makeOverviewApi(partOf(env, secrets, stores)));
