import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freePort } from '../free-port.ts';
import { makeNotifier, s3Event } from './event.ts';

let directory: string;
let port: number;
let server: Server | undefined;
let heard: { path: string; key: string }[];
let stops: (() => Promise<void>)[];

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 's3-event-'));
  port = await freePort();
  heard = [];
  stops = [];
});

afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  rmSync(directory, { recursive: true });
});

/** The invoke endpoint of serverless-offline, answering with these headers one after another, then plainly. */
const listen = (answers: Record<string, string>[] = []) =>
  new Promise<void>((resolve) => {
    server = createServer(async (request, response) => {
      const event = JSON.parse(await new Response(request).text());
      heard.push({ path: request.url ?? '', key: event.Records[0].s3.object.key });
      for (const [name, value] of Object.entries(answers.shift() ?? {})) response.setHeader(name, value);
      response.end();
    });
    server.listen(port, '127.0.0.1', resolve);
  });

const notifier = (onGivenUp?: (file: string, reason: string) => void) => {
  const made = makeNotifier({
    directory,
    invokeUrl: `http://127.0.0.1:${port}/2015-03-31/functions/app-dev-cleanMedia/invocations`,
    retryDelayMs: 5,
    ...(onGivenUp === undefined ? {} : { onGivenUp }),
  });
  stops.push(made.stop);
  return made;
};

const anEvent = (requestId: string, key = 'raw/照片 1.jpg') =>
  s3Event({
    bucket: 'uploads',
    key,
    size: 4,
    etag: 'e',
    by: 'ObjectCreated:Post',
    region: 'ap-southeast-1',
    at: new Date('2026-11-03T08:09:10.123Z'),
    requestId,
  });
const waiting = () => readdirSync(directory);

test('the event has the shape and the encoded key of a real one', () => {
  const [record] = anEvent('r').Records;

  expect(record).toMatchObject({
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    eventName: 'ObjectCreated:Post',
    eventTime: '2026-11-03T08:09:10.123Z',
    s3: {
      bucket: { name: 'uploads', arn: 'arn:aws:s3:::uploads' },
      object: { key: 'raw/%E7%85%A7%E7%89%87+1.jpg', size: 4 },
    },
  });
  expect(decodeURIComponent(record?.s3.object.key.replaceAll('+', ' ') ?? '')).toBe('raw/照片 1.jpg');
});

test('an event is delivered once', async () => {
  await listen();

  notifier().send(anEvent('one', 'k'));

  await vi.waitUntil(() => waiting().length === 0);
  expect(heard).toEqual([{ path: '/2015-03-31/functions/app-dev-cleanMedia/invocations', key: 'k' }]);
});

test('an event waits until the function can be reached', async () => {
  notifier().send(anEvent('one', 'k'));
  expect(waiting()).toEqual(['one.json']);

  await listen();

  await vi.waitUntil(() => waiting().length === 0);
  expect(heard).toHaveLength(1);
});

test('an event that was not delivered before a restart is delivered after it', async () => {
  const first = notifier();
  first.send(anEvent('one', 'k'));
  await first.stop();

  await listen();
  notifier().resume();

  await vi.waitUntil(() => waiting().length === 0);
  expect(heard).toHaveLength(1);
});

test('a function that fails is tried three times and then given up with a word', async () => {
  const failure = { 'x-amz-function-error': 'Unhandled' };
  await listen([failure, failure, failure]);
  const reasons: string[] = [];

  notifier((_, reason) => reasons.push(reason)).send(anEvent('one', 'k'));

  await vi.waitUntil(() => waiting().length === 0);
  expect(heard).toHaveLength(3);
  expect(reasons).toEqual(['the function failed three times']);
});
