import { createServer } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { expect, test } from 'vitest';
import { freePort } from './free-port.ts';

test('a server of the test’s own answers', async () => {
  const port = await freePort();
  const server = createServer((_, response) => response.end('hello'));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  const answer = await fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());

  server.close();
  expect(answer).toBe('hello');
});

test('fetch to another machine fails without leaving this one', async () => {
  const failed = fetch('http://192.0.2.1/').catch((error: Error) => String(error.cause ?? error));

  expect(await failed).toContain('no network in unit tests');
});

test('https to another machine fails without leaving this one', () => {
  expect(() => httpsRequest({ host: '192.0.2.1', path: '/' }).end()).toThrow('no network in unit tests');
});
