import { type Credentials, encodeKey, presignedQuery, signerFields, signText } from './sigv4.ts';

/** Where the buckets answer: an endpoint (path style) or, without one, S3's own hosts under `urlSuffix`. */
export type S3Site = {
  region: string;
  /** `amazonaws.com`, in China `amazonaws.com.cn`. */
  urlSuffix: string;
  /** `http://127.0.0.1:9000`, as the phone reaches it. */
  endpoint?: string | undefined;
};

export const photoUrlLimits = {
  /** URLs made within one window are the same text, so that a picture is fetched once. */
  windowSeconds: 6 * 3600,
  /** From the start of the window: what a person holds works for 18 to 24 hours, or until the signer's session ends. */
  expiresInSeconds: 24 * 3600,
} as const;

const addressOf = ({ region, urlSuffix, endpoint }: S3Site, bucket: string): URL =>
  new URL(
    endpoint === undefined
      ? `https://${bucket}.s3.${region}.${urlSuffix}/`
      : `${endpoint.replace(/\/$/, '')}/${bucket}/`,
  );

type PostInput = {
  credentials: Credentials;
  site: S3Site;
  bucket: string;
  key: string;
  contentType: string;
  size: { min: number; max: number };
  expiresInSeconds: number;
  now: Date;
};

export type PresignedPost = { url: string; fields: Record<string, string>; expiresAt: string };

/** A form by which exactly this key with exactly this type and a size in bytes within `size` can be uploaded until `expiresAt`. */
export const presignPost = ({
  credentials,
  site,
  bucket,
  key,
  contentType,
  size,
  expiresInSeconds,
  now,
}: PostInput): PresignedPost => {
  const scope = { region: site.region, signedAt: now };
  const expiresAt = new Date(now.getTime() + expiresInSeconds * 1000).toISOString();
  const signed = { key, 'Content-Type': contentType, ...signerFields(credentials, scope) };
  const conditions = [
    { bucket },
    ['content-length-range', size.min, size.max],
    ...Object.entries(signed).map(([name, value]) => ['eq', `$${name}`, value]),
  ];
  const policy = Buffer.from(JSON.stringify({ expiration: expiresAt, conditions })).toString('base64');
  return {
    url: addressOf(site, bucket).href,
    fields: { ...signed, Policy: policy, 'X-Amz-Signature': signText(policy, credentials.secretAccessKey, scope) },
    expiresAt,
  };
};

type GetInput = {
  credentials: Credentials;
  site: S3Site;
  bucket: string;
  key: string;
  now: Date;
  answer?: Readonly<Record<string, string>>;
};

/** A URL by which one object can be read; the same text for the same signer within one window of {@link photoUrlLimits}. */
export const presignGet = ({ credentials, site, bucket, key, now, answer = {} }: GetInput): string => {
  const { windowSeconds, expiresInSeconds } = photoUrlLimits;
  const windowMs = windowSeconds * 1000;
  const signedAt = new Date(Math.floor(now.getTime() / windowMs) * windowMs);
  const address = addressOf(site, bucket);
  const path = address.pathname + encodeKey(key);
  const query = presignedQuery({
    credentials,
    region: site.region,
    signedAt,
    host: address.host,
    path,
    expiresInSeconds,
    answer,
  });
  return `${address.origin}${path}?${query}`;
};
