import { handle } from 'hono/aws-lambda';
import { makeMeetingsApi } from '../app/meetings.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { fileUrlsOf, partOf, tablesOf } from '../runtime.ts';
import { makeMeetingsStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeMeetingsStores(tablesOf(env));

export const handler = handle(makeMeetingsApi({ ...partOf(env, secrets, stores), fileUrls: fileUrlsOf(env) }));
