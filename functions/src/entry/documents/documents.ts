import { handle } from 'hono/aws-lambda';
import { makeDocumentsApi } from '../../app/documents.ts';
import { readSecrets } from '../../aws/secrets.ts';
import { readEnv } from '../../env.ts';
import { partOf, tablesOf } from '../../runtime.ts';
import { makeDocumentsStores } from '../../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeDocumentsStores(tablesOf(env));

export const handler = handle(makeDocumentsApi(partOf(env, secrets, stores)));
