import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { presignGet, presignPost } from '@suishoupai/functions/media/presign';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ObjectCreated } from './objects.ts';
import { type S3, startS3 } from './server.ts';

const region = 'ap-southeast-1';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
const bucket = 'uploads';

let directory: string;
let s3: S3;
let client: S3Client;
let clock: Date;
let created: ObjectCreated[];

const start = () =>
  startS3({
    directory,
    buckets: [bucket],
    credentials,
    region,
    now: () => clock,
    maxBytes: 1_000_000,
    onObjectCreated: (object) => created.push(object),
  });
const clientOf = (options: { secretAccessKey?: string } = {}) =>
  new S3Client({
    endpoint: s3.endpoint,
    region,
    forcePathStyle: true,
    credentials: { ...credentials, ...options },
    maxAttempts: 1,
  });

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 's3-'));
  clock = new Date();
  created = [];
  s3 = await start();
  client = clientOf();
});

afterEach(async () => {
  client.destroy();
  await s3.stop();
  rmSync(directory, { recursive: true });
});

const put = (key: string, body: string | Buffer = 'hello', more: object = {}) =>
  client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ...more }));
const read = async (key: string, more: object = {}) => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...more }));
  return Body?.transformToString();
};
const nameOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'accepted',
    (error: Error) => error.name,
  );
const codeOf = async (response: Response) => {
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1];
  return `${response.status} ${code ?? ''}`.trim();
};

test('an object comes back as it was put, with its headers, also after a restart', async () => {
  await put('a b/照片.jpg', 'bytes', {
    ContentType: 'image/jpeg',
    Metadata: { owner: 'li' },
    CacheControl: 'max-age=60',
  });
  await s3.stop();
  s3 = await start();
  client = clientOf();

  const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: 'a b/照片.jpg' }));

  expect(head).toMatchObject({
    ContentType: 'image/jpeg',
    ContentLength: 5,
    CacheControl: 'max-age=60',
    Metadata: { owner: 'li' },
    ETag: `"${createHash('md5').update('bytes').digest('hex')}"`,
  });
  expect(await read('a b/照片.jpg')).toBe('bytes');
});

test('a second put replaces the first and leaves no bytes behind', async () => {
  await put('k', 'one');
  await put('k', 'two');

  expect(await read('k')).toBe('two');
  expect(readdirSync(join(directory, bucket))).toHaveLength(2);
});

test('part of an object can be read', async () => {
  await put('k', '0123456789');

  expect(await read('k', { Range: 'bytes=2-4' })).toBe('234');
  expect(await read('k', { Range: 'bytes=-3' })).toBe('789');
  expect(await nameOf(read('k', { Range: 'bytes=10-' }))).toBe('InvalidRange');
});

test('a stream with the trailing checksum of the client is stored without its framing', async () => {
  const body = Buffer.alloc(200_000, 'stream ');

  await client.send(
    new PutObjectCommand({ Bucket: bucket, Key: 'k', Body: Readable.from([body]), ContentLength: body.length }),
  );

  expect(await read('k')).toBe(body.toString());
});

test('deleting is harmless twice, and what is deleted is not found', async () => {
  await put('k');
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'k' }));
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'k' }));

  expect(await nameOf(read('k'))).toBe('NoSuchKey');
});

test('a listing goes page by page, by prefix and by folder', async () => {
  for (const key of ['a/1', 'a/2', 'a/3', 'b/1', 'c']) await put(key);

  const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'a/', MaxKeys: 2 }));
  const rest = await client.send(
    new ListObjectsV2Command({ Bucket: bucket, Prefix: 'a/', ContinuationToken: page.NextContinuationToken }),
  );
  const folders = await client.send(new ListObjectsV2Command({ Bucket: bucket, Delimiter: '/' }));

  expect(page.Contents?.map(({ Key }) => Key)).toEqual(['a/1', 'a/2']);
  expect(page.IsTruncated).toBe(true);
  expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['a/3']);
  expect(folders.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['a/', 'b/']);
  expect(folders.Contents?.map(({ Key }) => Key)).toEqual(['c']);
});

test('put only if absent', async () => {
  await put('k', 'one', { IfNoneMatch: '*' });

  expect(await nameOf(put('k', 'two', { IfNoneMatch: '*' }))).toBe('PreconditionFailed');
  expect(await read('k')).toBe('one');
});

test('an operation that is not there is refused and not mistaken for another', async () => {
  await put('k', 'one');

  const copy = client.send(new CopyObjectCommand({ Bucket: bucket, Key: 'l', CopySource: `${bucket}/k` }));

  expect(await nameOf(copy)).toBe('NotImplemented');
  expect(await nameOf(read('l'))).toBe('NoSuchKey');
});

test('the listener hears of each new object once, and of no refused one', async () => {
  await put('a b', 'one');
  await nameOf(
    clientOf({ secretAccessKey: 'wrong' }).send(new PutObjectCommand({ Bucket: bucket, Key: 'x', Body: 'x' })),
  );

  const etag = createHash('md5').update('one').digest('hex');
  expect(created).toEqual([{ bucket, key: 'a b', size: 3, etag, by: 'ObjectCreated:Put' }]);
});

test.each([
  ['wrong secret', () => clientOf({ secretAccessKey: 'wrong' }), 'SignatureDoesNotMatch'],
  [
    'unknown key id',
    () =>
      new S3Client({
        endpoint: s3.endpoint,
        region,
        forcePathStyle: true,
        credentials: { ...credentials, accessKeyId: 'x' },
      }),
    'InvalidAccessKeyId',
  ],
  [
    'another region',
    () => new S3Client({ endpoint: s3.endpoint, region: 'us-east-1', forcePathStyle: true, credentials }),
    'AuthorizationHeaderMalformed',
  ],
])('a put signed with the %s is refused', async (_, makeClient, code) => {
  const attempt = makeClient().send(new PutObjectCommand({ Bucket: bucket, Key: 'k', Body: 'x' }));

  expect(await nameOf(attempt)).toBe(code);
});

test('a request signed a quarter of an hour ago is refused', async () => {
  clock = new Date(Date.now() + 16 * 60_000);

  const attempt = client.send(new PutObjectCommand({ Bucket: bucket, Key: 'k', Body: 'x' }));

  expect(await nameOf(attempt)).toBe('RequestTimeTooSkewed');
});

test('an answer tells the time by which signatures are judged', async () => {
  clock = new Date('2031-03-02T02:00:00.000Z');

  expect((await fetch(`${s3.endpoint}/${bucket}/k`)).headers.get('date')).toBe('Sun, 02 Mar 2031 02:00:00 GMT');
});

test('nobody reads, writes or lists without a signature', async () => {
  await put('k');

  const answers = await Promise.all(
    [
      fetch(`${s3.endpoint}/${bucket}/k`),
      fetch(`${s3.endpoint}/${bucket}/x`, { method: 'PUT', body: 'x' }),
      fetch(`${s3.endpoint}/${bucket}/k`, { method: 'DELETE' }),
      fetch(`${s3.endpoint}/${bucket}?list-type=2`),
    ].map((answer) => answer.then(codeOf)),
  );

  expect(answers).toEqual(Array(4).fill('403 AccessDenied'));
  expect(await read('k')).toBe('hello');
});

test('bytes that differ from the declared checksum or hash are not stored', async () => {
  expect(await nameOf(put('k', 'x', { ChecksumCRC32: 'AAAAAA==' }))).toBe('BadDigest');
  expect(await nameOf(put('k', 'x', { ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }))).toBe('BadDigest');
  expect(await nameOf(put('k', 'x', { ChecksumCRC32C: 'AAAAAA==' }))).toBe('NotImplemented');
  expect(await nameOf(read('k'))).toBe('NoSuchKey');
  expect(readdirSync(join(directory, '.incoming'))).toEqual([]);
});

test('a body that is too large is refused with an answer and leaves nothing', async () => {
  expect(await nameOf(put('k', Buffer.alloc(1_000_001)))).toBe('EntityTooLarge');
  expect(readdirSync(join(directory, '.incoming'))).toEqual([]);
});

const site = { region, urlSuffix: 'amazonaws.com' };
const urlOf = (key: string) =>
  presignGet({ credentials, site: { ...site, endpoint: s3.endpoint }, bucket, key, now: clock });

test('the product’s picture addresses work, are cached, and end', async () => {
  await put('clean/照片 1.jpg', 'picture');
  const url = urlOf('clean/照片 1.jpg');

  const fresh = await fetch(url);
  const again = await fetch(url, { headers: { 'if-none-match': fresh.headers.get('etag') ?? '' } });
  clock = new Date(clock.getTime() + 25 * 3_600_000);
  const late = await fetch(url);

  expect(await fresh.text()).toBe('picture');
  expect(again.status).toBe(304);
  expect(await codeOf(late)).toBe('403 AccessDenied');
});

test.each([
  ['another key', (url: string) => url.replace('/k?', '/l?')],
  ['a longer life', (url: string) => url.replace(/Expires=\d+/, 'Expires=604800')],
  ['an altered signature', (url: string) => url.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
  ['one more parameter', (url: string) => `${url}&response-content-type=text/html`],
])('a picture address tampered with: %s', async (_, tamper) => {
  await put('k');
  await put('l');

  const response = await fetch(tamper(urlOf('k')));

  expect(await codeOf(response)).toBe('403 SignatureDoesNotMatch');
});

type Form = {
  conditions?: unknown[];
  fields?: Record<string, string>;
  /** Sent after the file. */
  late?: Record<string, string>;
  drop?: string[];
  body?: string;
  secret?: string;
  expiresInMs?: number;
  region?: string;
};

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** A form made by hand, from Amazon's description of browser-based uploads and nothing else. */
const post = (form: Form = {}) => {
  const stamp = clock.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = stamp.slice(0, 8);
  const signer = {
    'x-amz-algorithm': 'AWS4-HMAC-SHA256',
    'x-amz-credential': `${credentials.accessKeyId}/${day}/${form.region ?? region}/s3/aws4_request`,
    'x-amz-date': stamp,
  };
  const policy = Buffer.from(
    JSON.stringify({
      expiration: new Date(clock.getTime() + (form.expiresInMs ?? 300_000)).toISOString(),
      conditions: [
        { bucket },
        ['eq', '$key', 'raw/photo'],
        ['eq', '$Content-Type', 'image/jpeg'],
        ['content-length-range', 1, 100],
        ...Object.entries(signer).map(([name, value]) => ({ [name]: value })),
        ...(form.conditions ?? []),
      ],
    }),
  ).toString('base64');
  const key = hmac(
    hmac(hmac(hmac(`AWS4${form.secret ?? credentials.secretAccessKey}`, day), form.region ?? region), 's3'),
    'aws4_request',
  );
  const fields: Record<string, string> = {
    key: 'raw/photo',
    'Content-Type': 'image/jpeg',
    ...signer,
    policy,
    'x-amz-signature': hmac(key, policy).toString('hex'),
    ...form.fields,
  };
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) if (!form.drop?.includes(name)) data.append(name, value);
  if (!form.drop?.includes('file')) data.append('file', new Blob([form.body ?? 'jpeg']), 'me.jpg');
  for (const [name, value] of Object.entries(form.late ?? {})) data.append(name, value);
  return fetch(`${s3.endpoint}/${bucket}`, { method: 'POST', body: data });
};

test('an upload that keeps to its policy is stored and announced', async () => {
  const response = await post();

  expect(response.status).toBe(204);
  expect(response.headers.get('location')).toBe(`${s3.endpoint}/${bucket}/raw/photo`);
  expect(await read('raw/photo')).toBe('jpeg');
  expect(created).toEqual([
    { bucket, key: 'raw/photo', size: 4, etag: response.headers.get('etag')?.slice(1, -1), by: 'ObjectCreated:Post' },
  ]);
});

test.each<[string, Form, string]>([
  ['too large', { body: 'x'.repeat(101) }, '400 EntityTooLarge'],
  ['empty', { body: '' }, '400 EntityTooSmall'],
  ['another content type', { fields: { 'Content-Type': 'text/html' } }, '403 AccessDenied'],
  ['another key', { fields: { key: 'clean/photo' } }, '403 AccessDenied'],
  ['signed with another secret', { secret: 'guess' }, '403 SignatureDoesNotMatch'],
  ['signature altered', { fields: { 'x-amz-signature': '0'.repeat(64) } }, '403 SignatureDoesNotMatch'],
  ['policy altered', { fields: { policy: Buffer.from('{}').toString('base64') } }, '403 SignatureDoesNotMatch'],
  ['without policy', { drop: ['policy', 'x-amz-signature'] }, '403 AccessDenied'],
  ['without signature', { drop: ['x-amz-signature'] }, '400 InvalidArgument'],
  ['expired', { expiresInMs: -1000 }, '403 AccessDenied'],
  ['a field without a condition', { fields: { 'x-amz-meta-owner': 'me' } }, '403 AccessDenied'],
  ['an access list without a condition', { fields: { acl: 'public-read' } }, '403 AccessDenied'],
  ['signed for another region', { region: 'us-east-1' }, '400 AuthorizationHeaderMalformed'],
  ['key after the file', { drop: ['key'], late: { key: 'raw/photo' } }, '403 AccessDenied'],
  ['without file', { drop: ['file'] }, '400 InvalidArgument'],
  ['a policy of an unknown form', { conditions: [['ends-with', '$key', 'x']] }, '400 InvalidPolicyDocument'],
  ['a condition on a field not sent', { conditions: [{ 'x-amz-meta-owner': 'me' }] }, '403 AccessDenied'],
  ['fields of more than 20 KB', { fields: { 'x-ignore-me': 'x'.repeat(20_480) } }, '400 MaxPostPreDataLengthExceeded'],
])('an upload is refused and nothing stored: %s', async (_, form, answer) => {
  expect(await post(form).then(codeOf)).toBe(answer);
  expect(created).toEqual([]);
  expect(readdirSync(join(directory, bucket))).toEqual([]);
});

test.each<[string, Form, number]>([
  [
    'starts-with',
    { conditions: [['starts-with', '$x-amz-meta-owner', 'li']], fields: { 'x-amz-meta-owner': 'li-1' } },
    204,
  ],
  ['ignored fields', { fields: { 'x-ignore-me': 'x' } }, 204],
  ['fields after the file', { late: { anything: 'x' } }, 204],
  ['status 201', { conditions: [{ success_action_status: '201' }], fields: { success_action_status: '201' } }, 201],
  ['status 200', { conditions: [{ success_action_status: '200' }], fields: { success_action_status: '200' } }, 200],
])('an upload is taken: %s', async (_, form, status) => {
  expect((await post(form)).status).toBe(status);
  expect(created).toHaveLength(1);
});

test('the product’s own form is taken', async () => {
  const { url, fields } = presignPost({
    credentials,
    site: { ...site, endpoint: s3.endpoint },
    bucket,
    key: 'raw/mine',
    contentType: 'image/png',
    size: { min: 1, max: 10 },
    expiresInSeconds: 300,
    now: clock,
  });
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append('file', new Blob(['png']), 'file-1');

  const response = await fetch(url, { method: 'POST', body: data });

  expect(response.status).toBe(204);
  expect(await read('raw/mine')).toBe('png');
});

test('an upload broken off in the middle stores nothing', async () => {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(
        new TextEncoder().encode('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf'),
      );
      controller.error(new Error('gone'));
    },
  });

  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
  await fetch(`${s3.endpoint}/${bucket}`, init).catch(() => undefined);

  expect(created).toEqual([]);
  expect(await put('still-alive').then(() => 'ok')).toBe('ok');
});

test.each([
  ['POST', 200, '*'],
  ['GET', 200, '*'],
  ['PUT', 403, null],
])('a browser may %s from any page: %i', async (method, status, origin) => {
  const response = await fetch(`${s3.endpoint}/${bucket}/k`, {
    method: 'OPTIONS',
    headers: {
      origin: 'http://127.0.0.1:8080',
      'access-control-request-method': method,
      'access-control-request-headers': 'x-a',
    },
  });

  expect(response.status).toBe(status);
  expect(response.headers.get('access-control-allow-origin')).toBe(origin);
});

test('a browser may read the refusal too', async () => {
  const response = await fetch(`${s3.endpoint}/${bucket}/k`, { headers: { origin: 'http://127.0.0.1:8080' } });

  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-expose-headers')).toBe('etag');
});
