import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string | undefined };

type Scope = { region: string; signedAt: Date };

const algorithm = 'AWS4-HMAC-SHA256';

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** `20151229T000000Z`. */
const stampOf = (date: Date) => date.toISOString().replace(/[-:]|\.\d{3}/g, '');

const scopeOf = ({ region, signedAt }: Scope) => `${stampOf(signedAt).slice(0, 8)}/${region}/s3/aws4_request`;

/** RFC 3986: `encodeURIComponent` leaves five characters that S3 encodes before it compares. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** A key as it stands in a URL and in the canonical request: each segment encoded once, slashes kept. */
export const encodeKey = (key: string): string => key.split('/').map(encode).join('/');

/** The fields that name the signer; the same in a POST form and in a presigned URL. */
export const signerFields = (credentials: Credentials, scope: Scope): Record<string, string> => ({
  'X-Amz-Algorithm': algorithm,
  'X-Amz-Credential': `${credentials.accessKeyId}/${scopeOf(scope)}`,
  'X-Amz-Date': stampOf(scope.signedAt),
  ...(credentials.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': credentials.sessionToken }),
});

let latest: { of: string; key: KeyObject } | undefined;

/** A page of photos is signed with the key of one day: it is derived for the first of them. Four in five of the HMACs were for that. */
const signingKey = (secretAccessKey: string, { region, signedAt }: Scope): KeyObject => {
  const day = stampOf(signedAt).slice(0, 8);
  const of = `${secretAccessKey} ${day} ${region}`;
  if (latest?.of !== of) {
    const dayKey = hmac(`AWS4${secretAccessKey}`, day);
    latest = { of, key: createSecretKey(hmac(hmac(hmac(dayKey, region), 's3'), 'aws4_request')) };
  }
  return latest.key;
};

/** Hex HMAC of `text` (a base64 policy or a string to sign) under the key that S3 derives for that day and region. */
export const signText = (text: string, secretAccessKey: string, scope: Scope): string =>
  createHmac('sha256', signingKey(secretAccessKey, scope)).update(text).digest('hex');

type Presigned = Scope & {
  credentials: Credentials;
  host: string;
  path: string;
  expiresInSeconds: number;
  /** What S3 is to answer in place of the headers it keeps, by `response-…`. */
  answer?: Readonly<Record<string, string>>;
};

/** The query of a presigned GET for `path`, already encoded, on `host`. */
export const presignedQuery = ({
  credentials,
  host,
  path,
  expiresInSeconds,
  answer = {},
  ...scope
}: Presigned): string => {
  const query = Object.entries({
    ...signerFields(credentials, scope),
    'X-Amz-Expires': String(expiresInSeconds),
    'X-Amz-SignedHeaders': 'host',
    ...answer,
  })
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const request = ['GET', path, query, `host:${host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join('\n');
  const digest = createHash('sha256').update(request).digest('hex');
  const toSign = [algorithm, stampOf(scope.signedAt), scopeOf(scope), digest].join('\n');
  return `${query}&X-Amz-Signature=${signText(toSign, credentials.secretAccessKey, scope)}`;
};
