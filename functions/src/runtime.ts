import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { idTail } from '@suishoupai/shared/ids';
import { credentialsOf } from './aws/credentials.ts';
import { makeTable } from './dynamo/table.ts';
import type { Env, Secrets } from './env.ts';
import { makeLog } from './log.ts';
import { makeFileUrls } from './media/file-urls.ts';
import { makeGiveTo } from './media/giving.ts';
import { makePhotoUrls } from './media/photo-urls.ts';
import { makeMediaService } from './media/service.ts';
import type { SessionKeys } from './people/token.ts';
import { makeDynamoStores, type Stores } from './stores.ts';
import { makeWeChat } from './wechat/client.ts';
import { makeCodeExchange } from './wechat/sign-in.ts';

export const now = (): Date => new Date();
export const newEventId = () => `evt_${idTail(Date.now(), randomBytes(10))}` as const;

export const log = makeLog(console);

const sdkCredentials = (env: Env) => {
  const { sessionToken, ...keys } = credentialsOf(env)();
  return sessionToken === undefined ? keys : { ...keys, sessionToken };
};

/** All tables on one DynamoDB client; making one costs nothing until it is asked. */
export const tablesOf = (env: Env) => {
  const client = new DynamoDBClient({
    region: env.AWS_REGION,
    maxAttempts: 3,
    credentials: async () => sdkCredentials(env),
    ...(env.DYNAMODB_ENDPOINT === undefined ? {} : { endpoint: env.DYNAMODB_ENDPOINT }),
  });
  return {
    people: makeTable(client, env.PEOPLE_TABLE),
    places: makeTable(client, env.PLACES_TABLE),
    tickets: makeTable(client, env.TICKETS_TABLE),
    deliberations: makeTable(client, env.DELIBERATIONS_TABLE),
    points: makeTable(client, env.POINTS_TABLE),
    media: makeTable(client, env.MEDIA_TABLE),
  };
};

export const makeStores = (env: Env): Stores => makeDynamoStores(tablesOf(env));

/** Where S3 is and who signs: the role's credentials, which Lambda puts into the environment at start. */
export const s3Of = (env: Env) => ({
  site: { region: env.AWS_REGION, endpoint: env.S3_ENDPOINT, urlSuffix: env.URL_SUFFIX },
  credentials: credentialsOf(env),
});

export const photoUrlsOf = (env: Env) => makePhotoUrls({ ...s3Of(env), photosBucket: env.PHOTOS_BUCKET, now });
/** Only for those who hand out files. */
export const fileUrlsOf = (env: Env) => makeFileUrls({ ...s3Of(env), photosBucket: env.PHOTOS_BUCKET, now });

export const mediaOf = (env: Env, { media }: Pick<Stores, 'media'>) =>
  makeMediaService({
    store: media,
    photoUrls: photoUrlsOf(env),
    ...s3Of(env),
    uploadsBucket: env.UPLOADS_BUCKET,
    uploadUrl: env.UPLOAD_URL === '' ? undefined : env.UPLOAD_URL,
    now,
  });

/** What a part needs that takes no uploads itself: links to photos, and giving them to what they were taken for. */
const photosOf = (env: Env, { media }: Pick<Stores, 'media'>) => ({
  photoUrls: photoUrlsOf(env),
  giveTo: makeGiveTo(media),
});

/** Tokens of one stage are none in another. */
export const sessionOf = (env: Env, { sessionKey }: Secrets): SessionKeys => {
  const [key = '', ...earlier] = sessionKey.split(',');
  const bytes = new TextEncoder();
  return { key: bytes.encode(key), earlier: earlier.map((each) => bytes.encode(each)), audience: env.STAGE };
};

/** What every HTTP part needs that takes no uploads itself. */
export const partOf = <Given extends Pick<Stores, 'media'>>(env: Env, secrets: Secrets, stores: Given) => ({
  stores,
  media: photosOf(env, stores),
  session: sessionOf(env, secrets),
  now,
  randomBytes,
  log,
});

const weChatConfigOf = (env: Env, { wechatAppSecret }: Secrets) => ({
  apiBase: env.WECHAT_API_BASE,
  appId: env.WECHAT_APP_ID,
  appSecret: wechatAppSecret,
});

export const codeExchangeOf = (env: Env, secrets: Secrets) =>
  makeCodeExchange({ config: weChatConfigOf(env, secrets), log, fetch });

export const weChatOf = (env: Env, secrets: Secrets, { accessTokens }: Pick<Stores, 'accessTokens'>) =>
  makeWeChat({ config: weChatConfigOf(env, secrets), tokens: accessTokens, now, log, fetch });
