import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { declaredChecksums, demandChecksums } from './checksums.ts';
import { unframe } from './chunked.ts';
import { readForm } from './form.ts';
import { listObjects } from './list.ts';
import type { Bucket, ObjectCreated, StoredObject } from './objects.ts';
import { verifyPost } from './policy.ts';
import { type Received, receive } from './receive.ts';
import { Refusal } from './refusal.ts';
import { type Verifier, verifyRequest } from './signature.ts';
import { xmlDocument } from './xml.ts';

type Deps = {
  buckets: ReadonlyMap<string, Bucket>;
  incoming: string;
  verifier: Verifier;
  maxBytes: number;
  onObjectCreated: (created: ObjectCreated) => void;
};
type Target = { bucketName: string; bucket: Bucket; key: string; query: URLSearchParams; rawPath: string };

const maxKeyBytes = 1024;
/** Parameters that ask for an operation of S3 that is not here: refused, never mistaken for a plain read or write. */
const otherOperations = [
  ...[
    'acl',
    'attributes',
    'cors',
    'delete',
    'encryption',
    'legal-hold',
    'lifecycle',
    'location',
    'notification',
    'partNumber',
  ],
  ...[
    'policy',
    'restore',
    'retention',
    'select',
    'tagging',
    'torrent',
    'uploadId',
    'uploads',
    'versionId',
    'versioning',
    'versions',
  ],
];
const otherHeaders = ['x-amz-copy-source', 'x-amz-tagging', 'x-amz-write-offset-bytes'];
/** Kept with the object and given back when it is read. */
const keptHeaders = ['content-type', 'cache-control', 'content-disposition', 'content-language', 'expires'];

const targetOf = (request: IncomingMessage, buckets: ReadonlyMap<string, Bucket>): Target => {
  const [rawPath = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s, 2);
  const [, bucketName = '', ...rest] = rawPath.split('/');
  const key = (() => {
    try {
      return decodeURIComponent(rest.join('/'));
    } catch {
      throw new Refusal('InvalidURI', "Couldn't parse the specified URI.");
    }
  })();
  if (Buffer.byteLength(key) > maxKeyBytes) throw new Refusal('KeyTooLongError', 'Your key is too long');
  const query = new URLSearchParams(search);
  const other =
    otherOperations.find((name) => query.has(name)) ?? otherHeaders.find((name) => request.headers[name] !== undefined);
  if (other !== undefined) throw new Refusal('NotImplemented', `This stand-in does not do what ${other} asks for.`);
  const bucket = buckets.get(decodeURIComponent(bucketName));
  if (bucket === undefined) throw new Refusal('NoSuchBucket', 'The specified bucket does not exist');
  return { bucketName, bucket, key, query, rawPath };
};

const keptOf = (entries: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries([...entries].filter(([name]) => keptHeaders.includes(name) || name.startsWith('x-amz-meta-')));

const headerEntries = (request: IncomingMessage): [string, string][] =>
  Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));

const objectHeaders = (object: StoredObject, withChecksums: boolean): Record<string, string> => ({
  'content-type': 'binary/octet-stream',
  ...Object.fromEntries(
    Object.entries(object.headers).filter(([name]) => withChecksums || !name.startsWith('x-amz-checksum-')),
  ),
  etag: `"${object.etag}"`,
  'last-modified': new Date(object.lastModified).toUTCString(),
  'accept-ranges': 'bytes',
});

const rangeOf = (header: string | undefined, size: number): { start: number; end: number } | undefined => {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (parts === null || (parts[1] === '' && parts[2] === '')) return undefined;
  const [, first = '', last = ''] = parts;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start > end || start >= size) throw new Refusal('InvalidRange', 'The requested range is not satisfiable');
  return { start, end };
};

/** The operations of the stand-in behind one listener. Throws a Refusal for whatever S3 would refuse. */
export const makeOperations = ({ buckets, incoming, verifier, maxBytes, onObjectCreated }: Deps) => {
  const incomingFile = () => join(incoming, randomUUID());

  const store = async (
    target: Target,
    key: string,
    received: Received,
    headers: Record<string, string>,
    by: ObjectCreated['by'],
  ) => {
    const { size, file, digests } = received;
    const { etag } = digests;
    await target.bucket.put(file, { key, size, etag, lastModified: verifier.now().toISOString(), headers });
    onObjectCreated({ bucket: target.bucketName, key, size, etag, by });
  };

  const readObject = async (request: IncomingMessage, response: ServerResponse, { bucket, key, query }: Target) => {
    const object = bucket.find(key);
    if (object === undefined) throw new Refusal('NoSuchKey', 'The specified key does not exist.');
    const range = rangeOf(request.headers.range, object.size);
    const wantsChecksum = request.headers['x-amz-checksum-mode'] === 'ENABLED' && range === undefined;
    const headers = objectHeaders(object, wantsChecksum);
    for (const [name, value] of query)
      if (name.startsWith('response-')) headers[name.slice('response-'.length)] = value;
    const { etag = '' } = headers;
    if (request.headers['if-match'] !== undefined && request.headers['if-match'] !== etag)
      throw new Refusal('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    const length = range === undefined ? object.size : range.end - range.start + 1;
    const partial = range === undefined ? {} : { 'content-range': `bytes ${range.start}-${range.end}/${object.size}` };
    response.writeHead(range === undefined ? 200 : 206, { ...headers, ...partial, 'content-length': length });
    if (request.method === 'HEAD') response.end();
    else await pipeline(bucket.read(object, range), response);
  };

  const bodyOf = (request: IncomingMessage, payload: string, trailers: Map<string, string>): Readable => {
    const isFramed =
      payload.startsWith('STREAMING-') || String(request.headers['content-encoding'] ?? '').includes('aws-chunked');
    if (!isFramed) return request;
    if (payload !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER')
      throw new Refusal(
        'NotImplemented',
        `This stand-in does not take ${payload} bodies; send unsigned chunks or no chunks.`,
      );
    return Readable.from(unframe(request, trailers), { objectMode: false });
  };

  const putObject = async (request: IncomingMessage, response: ServerResponse, target: Target, payload: string) => {
    const { bucket, key } = target;
    const condition = request.headers['if-none-match'];
    if (condition !== undefined && condition !== '*') throw new Refusal('NotImplemented', 'If-None-Match takes * only');
    const demandAbsent = () => {
      if (condition === '*' && bucket.find(key) !== undefined)
        throw new Refusal('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
    };
    demandAbsent();
    const trailers = new Map<string, string>();
    const received = await receive(bodyOf(request, payload, trailers), incomingFile(), maxBytes);
    try {
      const { size, digests } = received;
      const trailer = request.headers['x-amz-trailer'];
      if (trailer !== undefined && !trailers.has(String(trailer)))
        throw new Refusal('IncompleteBody', `The trailing header ${trailer} did not arrive`);
      const declared = declaredChecksums([...headerEntries(request), ...trailers]);
      const length = request.headers['x-amz-decoded-content-length'];
      if (length !== undefined && Number(length) !== size)
        throw new Refusal(
          'IncompleteBody',
          'You did not provide the number of bytes specified by x-amz-decoded-content-length',
        );
      if (/^[0-9a-f]{64}$/.test(payload) && payload !== digests.sha256Hex)
        throw new Refusal(
          'XAmzContentSHA256Mismatch',
          "The provided 'x-amz-content-sha256' header does not match what was computed.",
        );
      const md5 = request.headers['content-md5'];
      if (md5 !== undefined && md5 !== digests.md5)
        throw new Refusal('BadDigest', 'The Content-MD5 you specified did not match what we received.');
      demandChecksums(declared, digests);
      demandAbsent();
      const headers = { ...keptOf(headerEntries(request)), ...Object.fromEntries(declared) };
      await store(target, key, received, headers, 'ObjectCreated:Put');
      response.writeHead(200, { etag: `"${digests.etag}"`, ...Object.fromEntries(declared) }).end();
    } finally {
      await rm(received.file, { force: true });
    }
  };

  const postObject = async (request: IncomingMessage, response: ServerResponse, target: Target) => {
    const { fields, file } = await readForm(request);
    const range = await verifyPost(fields, target.bucketName, verifier).catch((error: unknown) => {
      file.resume();
      throw error;
    });
    const key = fields.get('key');
    if (key === undefined || key === '') {
      file.resume();
      throw new Refusal('InvalidArgument', "Bucket POST must contain a field named 'key'.");
    }
    const received = await receive(file, incomingFile(), Math.min(range.max, maxBytes));
    try {
      if (received.size < range.min)
        throw new Refusal(
          'EntityTooSmall',
          `Your proposed upload (${received.size} bytes) is smaller than the minimum allowed size (${range.min} bytes)`,
        );
      const declared = declaredChecksums(fields);
      demandChecksums(declared, received.digests);
      const headers = { ...keptOf(fields), ...Object.fromEntries(declared) };
      await store(target, key, received, headers, 'ObjectCreated:Post');
    } finally {
      await rm(received.file, { force: true });
    }
    const etag = `"${received.digests.etag}"`;
    const location = `http://${request.headers.host}/${target.bucketName}/${key.split('/').map(encodeURIComponent).join('/')}`;
    const status = fields.get('success_action_status');
    response.setHeader('location', location);
    response.setHeader('etag', etag);
    if (status === '201')
      response
        .writeHead(201, { 'content-type': 'application/xml' })
        .end(xmlDocument('PostResponse', { Location: location, Bucket: target.bucketName, Key: key, ETag: etag }));
    else response.writeHead(status === '200' ? 200 : 204).end();
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = targetOf(request, buckets);
    const method = request.method ?? 'GET';
    if (method === 'POST' && target.key === '' && target.query.size === 0) return postObject(request, response, target);
    const { rawPath, query } = target;
    const payload = await verifyRequest({ method, rawPath, query, headers: request.headers }, verifier);
    if (target.key === '') {
      if (method === 'HEAD') response.writeHead(200).end();
      else if (method === 'GET' && query.get('list-type') === '2')
        response
          .writeHead(200, { 'content-type': 'application/xml' })
          .end(listObjects(target.bucketName, target.bucket, query));
      else throw new Refusal('NotImplemented', `This stand-in does not do ${method} on a bucket.`);
      return;
    }
    switch (method) {
      case 'GET':
      case 'HEAD':
        return readObject(request, response, target);
      case 'PUT':
        return putObject(request, response, target, payload);
      case 'DELETE':
        await target.bucket.remove(target.key);
        response.writeHead(204).end();
        return;
      default:
        throw new Refusal('MethodNotAllowed', 'The specified method is not allowed against this resource.');
    }
  };
};
