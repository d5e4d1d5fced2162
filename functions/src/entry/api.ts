import { randomBytes } from 'node:crypto';
import { handle } from 'hono/aws-lambda';
import { makeApi } from '../app.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { makeMediaService } from '../media/service.ts';
import { log, makeStores, now, photoUrlsOf, s3Of, weChatOf } from '../runtime.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeStores(env);

export const handler = handle(
  makeApi({
    stores,
    media: makeMediaService({
      store: stores.media,
      photoUrls: photoUrlsOf(env),
      ...s3Of(env),
      uploadsBucket: env.UPLOADS_BUCKET,
      uploadUrl: env.UPLOAD_URL === '' ? undefined : env.UPLOAD_URL,
      now,
    }),
    wechat: weChatOf(env, secrets, stores),
    session: { key: new TextEncoder().encode(secrets.sessionKey), audience: env.STAGE },
    push: { appId: env.WECHAT_APP_ID, token: secrets.pushToken, aesKey: secrets.pushAesKey },
    now,
    randomBytes,
    log,
  }),
);
