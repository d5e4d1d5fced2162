import { handle } from 'hono/aws-lambda';
import { makeVolunteeringApi } from '../app/volunteering.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { partOf, tablesOf } from '../runtime.ts';
import { makeVolunteeringStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeVolunteeringStores(tablesOf(env));

export const handler = handle(makeVolunteeringApi(partOf(env, secrets, stores)));
