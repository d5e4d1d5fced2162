import {
  buckets,
  type Ports,
  region,
  type Secrets,
  s3Credentials,
  stage,
  tableNames,
  templates,
  wechatAppId,
} from './settings.ts';

/** What the functions find in their environment on the embedded stack; names as in `functions/src/env.ts`. */
export const functionsEnv = (ports: Ports, secrets: Secrets) => ({
  STAGE: stage,
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: s3Credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: s3Credentials.secretAccessKey,
  PEOPLE_TABLE: tableNames.people,
  PLACES_TABLE: tableNames.places,
  TICKETS_TABLE: tableNames.tickets,
  DELIBERATIONS_TABLE: tableNames.deliberations,
  POINTS_TABLE: tableNames.points,
  MEDIA_TABLE: tableNames.media,
  UPLOADS_BUCKET: buckets.uploads,
  PHOTOS_BUCKET: buckets.photos,
  DYNAMODB_ENDPOINT: `http://127.0.0.1:${ports.dynamodb}`,
  S3_ENDPOINT: `http://127.0.0.1:${ports.s3}`,
  WECHAT_API_BASE: `http://127.0.0.1:${ports.wechat}`,
  WECHAT_APP_ID: wechatAppId,
  WECHAT_TEMPLATES: JSON.stringify(Object.fromEntries(templates.map(({ name, id }) => [name, id]))),
  SECRETS_JSON: JSON.stringify(secrets),
});
