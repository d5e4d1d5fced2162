import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { expect, test } from 'vitest';
import { asDownload } from '../http/disposition.ts';
import { presignGet, presignPost } from './presign.ts';
import { presignedQuery, signText } from './sigv4.ts';

// The key pair of the examples in Amazon's S3 API reference.
const documented = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
const rotating = { ...documented, sessionToken: 'FwoGZXIvYXdzEBQaD+/token==' };
const site = { region: 'ap-southeast-1', urlSuffix: 'amazonaws.com' };
const local = { ...site, endpoint: 'http://127.0.0.1:9000' };
const now = new Date('2026-11-03T08:09:10.123Z');
const key = 'raw/usr_01jbsm0000aaaaaaaaaaaaaaaa/med_01jbsm0000bbbbbbbbbbbbbbbb';

const form = {
  site,
  bucket: 'uploads',
  key,
  contentType: 'image/jpeg',
  size: { min: 1, max: 5_242_880 },
  expiresInSeconds: 300,
  now,
};
const photo = { site, bucket: 'photos', key: 'clean/med_01jbsm0000bbbbbbbbbbbbbbbb/full.jpg', now };

class Sha256 {
  #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as string);
  }
  update(data: string | Uint8Array) {
    this.#hash.update(data);
  }
  async digest() {
    return this.#hash.digest();
  }
  reset() {}
}

const smithy = (region: string) =>
  new SignatureV4({
    service: 's3',
    region,
    credentials: rotating,
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });

const policyOf = (fields: Record<string, string>) =>
  JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString());

test('亚马逊文档里的预签名 GET 示例', () => {
  const query = presignedQuery({
    credentials: documented,
    region: 'us-east-1',
    signedAt: new Date('2013-05-24T00:00:00Z'),
    host: 'examplebucket.s3.amazonaws.com',
    path: '/test.txt',
    expiresInSeconds: 86_400,
  });
  expect(query).toMatch(/&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404$/);
});

test('亚马逊文档里的 POST 策略示例', () => {
  const conditions = [
    '    {"bucket": "sigv4examplebucket"},',
    '    ["starts-with", "$key", "user/user1/"],',
    '    {"acl": "public-read"},',
    '    {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},',
    '    ["starts-with", "$Content-Type", "image/"],',
    '    {"x-amz-meta-uuid": "14365123651274"},',
    '    {"x-amz-server-side-encryption": "AES256"},',
    '    ["starts-with", "$x-amz-meta-tag", ""],',
    '',
    '    {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},',
    '    {"x-amz-algorithm": "AWS4-HMAC-SHA256"},',
    '    {"x-amz-date": "20151229T000000Z" }',
  ];
  const policy = ['{ "expiration": "2015-12-30T12:00:00.000Z",', '  "conditions": [', ...conditions, '  ]', '}'].join(
    '\r\n',
  );
  const scope = { region: 'us-east-1', signedAt: new Date('2015-12-29T00:00:00Z') };

  const signature = signText(Buffer.from(policy).toString('base64'), documented.secretAccessKey, scope);

  expect(signature).toBe('8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e');
});

test('POST 策略逐项定死：桶、键、类型、大小、签名者和时限', () => {
  const { url, fields, expiresAt } = presignPost({ ...form, credentials: rotating });

  expect(url).toBe('https://uploads.s3.ap-southeast-1.amazonaws.com/');
  expect(expiresAt).toBe('2026-11-03T08:14:10.123Z');
  expect(policyOf(fields)).toEqual({
    expiration: expiresAt,
    conditions: [
      { bucket: 'uploads' },
      ['content-length-range', 1, 5_242_880],
      ['eq', '$key', key],
      ['eq', '$Content-Type', 'image/jpeg'],
      ['eq', '$X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
      ['eq', '$X-Amz-Credential', 'AKIAIOSFODNN7EXAMPLE/20261103/ap-southeast-1/s3/aws4_request'],
      ['eq', '$X-Amz-Date', '20261103T080910Z'],
      ['eq', '$X-Amz-Security-Token', rotating.sessionToken],
    ],
  });
});

test('表单里每个字段都有对应的策略条件', () => {
  const { fields } = presignPost({ ...form, credentials: rotating });
  const conditions: unknown[] = policyOf(fields).conditions;
  const unsigned = Object.entries(fields).filter(([name]) => name !== 'Policy' && name !== 'X-Amz-Signature');
  expect(conditions).toEqual(expect.arrayContaining(unsigned.map(([name, value]) => ['eq', `$${name}`, value])));
});

test('POST 签名与亚马逊开发包一致', async () => {
  const { fields } = presignPost({ ...form, credentials: rotating });
  const theirs = await smithy(site.region).sign(fields['Policy'] ?? '', { signingDate: now });
  expect(fields['X-Amz-Signature']).toBe(theirs);
});

test.each([
  ['S3', site, photo.key],
  ['中国区', { region: 'cn-north-1', urlSuffix: 'amazonaws.com.cn' }, photo.key],
  ['本地', local, photo.key],
  ['键里有要编码的字符', site, "clean/照片 (1)+a'b!*~.jpg"],
  ['要换文件名下载', site, photo.key, { 'response-content-disposition': asDownload("3 栋 方案(终稿)'.pdf") }],
])('GET 签名与亚马逊开发包一致：%s', async (_, where, photoKey, answer: Record<string, string> = {}) => {
  const url = new URL(presignGet({ ...photo, site: where, key: photoKey, credentials: rotating, answer }));
  const signed = await smithy(where.region).presign(
    {
      method: 'GET',
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: answer,
      headers: { host: url.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    },
    {
      signingDate: new Date('2026-11-03T06:00:00Z'),
      expiresIn: 86_400,
      unsignableHeaders: new Set(['x-amz-content-sha256']),
      unhoistableHeaders: new Set(['x-amz-content-sha256']),
    },
  );
  expect(Object.fromEntries(url.searchParams)).toEqual(signed.query);
});

test('本地用路径式地址，云上用桶的域名', () => {
  const at = (where: typeof site & { endpoint?: string }) =>
    presignGet({ ...photo, site: where, credentials: documented }).split('?')[0];
  expect(at(local)).toBe(`http://127.0.0.1:9000/photos/${photo.key}`);
  expect(at(site)).toBe(`https://photos.s3.ap-southeast-1.amazonaws.com/${photo.key}`);
  expect(presignPost({ ...form, site: local, credentials: documented }).url).toBe('http://127.0.0.1:9000/uploads/');
});

test('同一个六小时窗口里地址不变，过了窗口才换', () => {
  const at = (time: string) => presignGet({ ...photo, credentials: documented, now: new Date(time) });
  expect(at('2026-11-03T11:59:59.999Z')).toBe(at('2026-11-03T06:00:00.000Z'));
  expect(at('2026-11-03T12:00:00.000Z')).not.toBe(at('2026-11-03T11:59:59.999Z'));
});
