import { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import * as z from 'zod/mini';

const name = z.string().check(z.minLength(1));
const json = <S extends z.core.$ZodType>(schema: S) =>
  z.pipe(
    z.transform((text: unknown) => JSON.parse(String(text)) as unknown),
    schema,
  );

export const Secrets = z.object({
  wechatAppSecret: name,
  /** The present key, and after it, each behind a comma, the earlier ones: 256 bits each at least. */
  sessionKey: z.string().check(z.regex(/^[^,]{32,}(,[^,]{32,})*$/)),
  pushToken: name,
  pushAesKey: name,
  /** An Ed25519 private key, PKCS #8 in DER in base 64: signs what votes publish. */
  voteKey: name,
});
export type Secrets = z.output<typeof Secrets>;

const Env = z.object({
  STAGE: name,
  AWS_REGION: name,
  AWS_ACCESS_KEY_ID: name,
  AWS_SECRET_ACCESS_KEY: name,
  AWS_SESSION_TOKEN: z.optional(z.string()),
  PEOPLE_TABLE: name,
  PLACES_TABLE: name,
  TICKETS_TABLE: name,
  DELIBERATIONS_TABLE: name,
  POINTS_TABLE: name,
  MEDIA_TABLE: name,
  UPLOADS_BUCKET: name,
  PHOTOS_BUCKET: name,
  WECHAT_APP_ID: name,
  WECHAT_API_BASE: z.url(),
  WECHAT_TEMPLATES: json(z.partialRecord(SubscriptionTemplate, name)),
  /** Where phones post photos to, when the bucket stands behind a domain of ours; empty: the bucket's own address. */
  UPLOAD_URL: z._default(z.union([z.literal(''), z.url()]), ''),
  URL_SUFFIX: z._default(name, 'amazonaws.com'),
  SECRETS_PATH: z.optional(name),
  SECRETS_JSON: z.optional(json(Secrets)),
  DYNAMODB_ENDPOINT: z.optional(z.url()),
  S3_ENDPOINT: z.optional(z.url()),
});
export type Env = z.output<typeof Env>;

/** The only reader of `process.env`. Throws at start, naming the variable, rather than at the first request that needs it. */
export const readEnv = (): Env => z.parse(Env, process.env);
