import { randomBytes } from 'node:crypto';
import { handle } from 'hono/aws-lambda';
import { makeResidentsApi } from '../app/residents.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { codeExchangeOf, log, mediaOf, now, sessionOf, tablesOf } from '../runtime.ts';
import { makeResidentsStores } from '../stores.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeResidentsStores(tablesOf(env));

export const handler = handle(
  makeResidentsApi({
    stores,
    media: mediaOf(env, stores),
    wechat: { exchangeCode: codeExchangeOf(env, secrets) },
    session: sessionOf(env, secrets),
    push: { appId: env.WECHAT_APP_ID, token: secrets.pushToken, aesKey: secrets.pushAesKey },
    now,
    randomBytes,
    log,
  }),
);
