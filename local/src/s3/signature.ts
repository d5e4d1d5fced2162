import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createScope, getCanonicalQuery, getSigningKey } from '@smithy/signature-v4';
import { Refusal } from './refusal.ts';

export type S3Credentials = { accessKeyId: string; secretAccessKey: string };
export type Verifier = { credentials: S3Credentials; region: string; now: () => Date };

export const algorithm = 'AWS4-HMAC-SHA256';
const maxSkewMs = 15 * 60_000;
const maxExpirySeconds = 7 * 86_400;

/** What the signer of `@smithy/signature-v4` asks of a hash. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    if (secret === undefined) this.#hash = createHash('sha256');
    else if (typeof secret === 'string') this.#hash = createHmac('sha256', secret);
    else
      this.#hash = createHmac(
        'sha256',
        ArrayBuffer.isView(secret)
          ? new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength)
          : new Uint8Array(secret),
      );
  }
  update(data: string | Uint8Array) {
    this.#hash.update(data);
  }
  async digest() {
    return this.#hash.digest();
  }
  reset() {}
}

/** `20261103T080910Z` to a time; undefined for anything else. */
export const timeOfStamp = (stamp: string): Date | undefined => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
};

/** Checks who signed, for which day, region and service; returns the key's day. */
const shortDateOf = (credential: string, stamp: string, { credentials, region }: Verifier): string => {
  const parts = credential.split('/');
  const [accessKeyId, day = '', signedRegion, service, terminator] = parts;
  if (accessKeyId !== credentials.accessKeyId)
    throw new Refusal('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  const isScoped = parts.length === 5 && signedRegion === region && service === 's3' && terminator === 'aws4_request';
  if (!isScoped || day !== stamp.slice(0, 8))
    throw new Refusal(
      'AuthorizationHeaderMalformed',
      `The credential scope must be ${stamp.slice(0, 8)}/${region}/s3/aws4_request`,
    );
  return day;
};

/** Throws unless `signature` is the hex HMAC of `text` under the key of this credential and day. */
export const demandSignature = async (
  { text, credential, stamp, signature }: { text: string; credential: string; stamp: string; signature: string },
  verifier: Verifier,
): Promise<void> => {
  const day = shortDateOf(credential, stamp, verifier);
  const key = await getSigningKey(Sha256, verifier.credentials, day, verifier.region, 's3');
  const wanted = createHmac('sha256', key).update(text).digest();
  const given = Buffer.from(signature, 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new Refusal(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    );
};

export type SignedRequest = {
  method: string;
  /** As on the request line, without the query. */
  rawPath: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
};

const encodeSegment = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalPath = (rawPath: string) =>
  rawPath
    .split('/')
    .map((segment) => encodeSegment(decodeURIComponent(segment)))
    .join('/');

const headerText = (headers: IncomingHttpHeaders, name: string) => {
  const value = headers[name];
  if (value === undefined)
    throw new Refusal('AccessDenied', `There were headers signed that are not in the request: ${name}`);
  return String(value).trim().replace(/\s+/g, ' ');
};

const textToSign = (
  request: SignedRequest,
  signed: { names: string[]; query: URLSearchParams; payload: string; stamp: string },
  region: string,
) => {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(signed.query.keys())) query[name] = signed.query.getAll(name);
  const headers = signed.names.map((name) => `${name}:${headerText(request.headers, name)}\n`).join('');
  const canonical = [
    request.method,
    canonicalPath(request.rawPath),
    getCanonicalQuery({ query, headers: {}, method: request.method, protocol: 'http:', hostname: '', path: '/' }),
    headers,
    signed.names.join(';'),
    signed.payload,
  ].join('\n');
  const digest = createHash('sha256').update(canonical).digest('hex');
  return [algorithm, signed.stamp, createScope(signed.stamp.slice(0, 8), region, 's3'), digest].join('\n');
};

const demandSignedHeaders = (headers: IncomingHttpHeaders, names: readonly string[]) => {
  const missing = Object.keys(headers).find((name) => name.startsWith('x-amz-') && !names.includes(name));
  if (!names.includes('host') || missing !== undefined)
    throw new Refusal(
      'AccessDenied',
      `There were headers present in the request which were not signed: ${missing ?? 'host'}`,
    );
};

const verifyHeader = async (request: SignedRequest, authorization: string, verifier: Verifier) => {
  const parts = /^AWS4-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(
    authorization,
  );
  if (parts === null) throw new Refusal('AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  const [, credential = '', signedHeaders = '', signature = ''] = parts;
  const stamp = String(request.headers['x-amz-date'] ?? '');
  const time = timeOfStamp(stamp);
  if (time === undefined) throw new Refusal('AccessDenied', 'AWS authentication requires a valid x-amz-date header.');
  if (Math.abs(verifier.now().getTime() - time.getTime()) > maxSkewMs)
    throw new Refusal(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  const payload = request.headers['x-amz-content-sha256'];
  if (typeof payload !== 'string')
    throw new Refusal('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  const names = signedHeaders.split(';');
  demandSignedHeaders(request.headers, names);
  const text = textToSign(request, { names, query: request.query, payload, stamp }, verifier.region);
  await demandSignature({ text, credential, stamp, signature }, verifier);
  return payload;
};

const verifyQuery = async (request: SignedRequest, signature: string, verifier: Verifier) => {
  const value = (name: string) => request.query.get(name) ?? '';
  const stamp = value('X-Amz-Date');
  const time = timeOfStamp(stamp);
  const expires = Number(value('X-Amz-Expires'));
  if (
    value('X-Amz-Algorithm') !== algorithm ||
    time === undefined ||
    !Number.isInteger(expires) ||
    expires < 1 ||
    expires > maxExpirySeconds
  )
    throw new Refusal(
      'AuthorizationQueryParametersError',
      'X-Amz-Algorithm, X-Amz-Date or X-Amz-Expires is missing or out of range.',
    );
  const names = value('X-Amz-SignedHeaders').split(';');
  demandSignedHeaders(request.headers, names);
  const query = new URLSearchParams(request.query);
  query.delete('X-Amz-Signature');
  const payload =
    query.get('X-Amz-Content-Sha256') ?? String(request.headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD');
  const text = textToSign(request, { names, query, payload, stamp }, verifier.region);
  await demandSignature({ text, credential: value('X-Amz-Credential'), stamp, signature }, verifier);
  const age = verifier.now().getTime() - time.getTime();
  if (age < -maxSkewMs) throw new Refusal('AccessDenied', 'Request is not yet valid');
  if (age > expires * 1000) throw new Refusal('AccessDenied', 'Request has expired');
  return payload;
};

/**
 * Recomputes Signature Version 4 of a request signed by header or by query. Returns what the signer says of the body: its SHA-256,
 * `UNSIGNED-PAYLOAD` or a streaming scheme. Throws a Refusal for everything S3 refuses, an unsigned request first of all.
 */
export const verifyRequest = async (request: SignedRequest, verifier: Verifier): Promise<string> => {
  const { authorization } = request.headers;
  const signature = request.query.get('X-Amz-Signature');
  if (authorization !== undefined && signature !== null)
    throw new Refusal('InvalidArgument', 'Only one auth mechanism allowed');
  if (authorization !== undefined) return verifyHeader(request, authorization, verifier);
  if (signature !== null) return verifyQuery(request, signature, verifier);
  throw new Refusal('AccessDenied', 'Access Denied');
};
