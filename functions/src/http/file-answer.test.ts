import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { defineRoute } from '@suishoupai/shared/contract/route';
import { handle } from 'hono/aws-lambda';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { makeApp, mount } from './mount.ts';

const route = defineRoute({
  method: 'GET',
  path: '/v1/big',
  summary: 'A file',
  access: 'anyone',
  response: z.object({}),
  file: 'application/json',
  errors: [],
});

/** What a function may give, in bytes. */
const largestAnswer = 6 * 1024 * 1024;
/** As large as the pack of 8,000 electors of whom each has changed their ballot once: much of it is hashes. */
const leaves = Array.from({ length: 50_000 }, () => randomBytes(32).toString('hex'));
const content = JSON.stringify(leaves.map((leaf) => ({ leaf, channel: 'online' })));

const answerTo = async (headers: Record<string, string>) => {
  const log = { info: () => {}, error: () => {} };
  const app = makeApp({ log });
  const handler = async () => ({ name: 'a.json', bytes: new TextEncoder().encode(content) });
  const readToken = async () => Promise.reject(new Error('nobody signs in here'));
  mount(app, { big: route }, { big: handler }, { readToken, grantsOf: async () => [], now: () => new Date(0), log });
  const http = { method: 'GET', path: route.path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' };
  const { path: rawPath } = route;
  const caller = { accountId: '1', apiId: '1', authentication: null, authorizer: {}, domainName: 'api.test' };
  const moment = { requestId: '1', routeKey: '', stage: 'test', time: '', timeEpoch: 0 };
  const requestContext = { ...caller, ...moment, domainPrefix: 'api', http };
  const event = { version: '2.0', routeKey: '', rawPath, rawQueryString: '', headers, isBase64Encoded: false };
  return handle(app)({ ...event, body: null, requestContext });
};

test('大文件压缩以后不超过一次能答的大小，解开一个字节不差', async () => {
  const answer = await answerTo({ 'accept-encoding': 'gzip, deflate, br' });
  expect(JSON.stringify(answer).length).toBeLessThan(largestAnswer);
  expect(answer).toMatchObject({ isBase64Encoded: true });
  expect(gunzipSync(Buffer.from(answer.body, 'base64')).toString()).toBe(content);
});

test('不收压缩的，照原样给', async () => {
  expect(await answerTo({})).toMatchObject({ isBase64Encoded: false, body: content });
});
