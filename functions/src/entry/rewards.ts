import { handle } from 'hono/aws-lambda';
import { makeRewardsApi } from '../app/rewards.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { partOf, tablesOf } from '../runtime.ts';
import { makeRewardsStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeRewardsStores(tablesOf(env));

export const handler = handle(makeRewardsApi(partOf(env, secrets, stores)));
