import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from './free-port.ts';
import { startGateway } from './gateway.ts';

let directory: string;
let backend: Server;
let broken: Server;
let gateway: Awaited<ReturnType<typeof startGateway>>;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gateway-'));
  const h5Dir = join(directory, 'h5');
  mkdirSync(join(h5Dir, 'js'), { recursive: true });
  writeFileSync(join(directory, 'secret.txt'), 'secret');
  writeFileSync(join(h5Dir, 'index.html'), '<html>');
  writeFileSync(join(h5Dir, '.sources'), 'hidden');
  writeFileSync(join(h5Dir, 'js', 'app.0123abcd.js'), 'app()');
  backend = createServer(async (incoming, response) => {
    const body = await new Response(incoming).text();
    const { method, url, headers } = incoming;
    response.writeHead(201, { 'content-type': 'application/json', 'x-kept': 'yes' });
    response.end(JSON.stringify({ method, url, body, authorization: headers.authorization }));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => backend.listen(port, '127.0.0.1', resolve));
  broken = createServer((_, response) =>
    response.end(JSON.stringify({ errorType: 'Error', errorMessage: 'timed out' })),
  );
  const cut = await freePort();
  await new Promise<void>((resolve) => broken.listen(cut, '127.0.0.1', resolve));
  const nobody = await freePort();
  const proxies = [
    { prefix: '/v1/cut', port: cut, mark: 'x-kept' },
    { prefix: '/v1/', port, mark: 'x-kept' },
    { prefix: '/demo/', port: nobody },
  ];
  gateway = await startGateway({ port: 0, h5Dir, proxies });
});

afterEach(async () => {
  await gateway.stop();
  for (const server of [backend, broken]) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(directory, { recursive: true });
});

/** `fetch` would tidy the path before it is sent. */
const statusOfRawPath = (path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request({ host: '127.0.0.1', port: gateway.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('the app’s files are served with their types; what is named by its content may be kept', async () => {
  const [page, script] = await Promise.all([fetch(`${gateway.url}/`), fetch(`${gateway.url}/js/app.0123abcd.js`)]);

  expect(await page.text()).toBe('<html>');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(await script.text()).toBe('app()');
  expect(script.headers.get('cache-control')).toContain('immutable');
});

test.each([
  '/../secret.txt',
  '/js/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/.sources',
  '/nothing',
  '/js',
  '/%',
  '/a%00b',
])('no file at %s', async (path) => {
  expect(await statusOfRawPath(path)).toBe(404);
});

test('the service gets the request as it came, and the browser its answer', async () => {
  const response = await fetch(`${gateway.url}/v1/tickets?communityId=xfl`, {
    method: 'POST',
    body: '照片',
    headers: { authorization: 'Bearer t' },
  });

  expect(response.status).toBe(201);
  expect(response.headers.get('x-kept')).toBe('yes');
  expect(await response.json()).toEqual({
    method: 'POST',
    url: '/v1/tickets?communityId=xfl',
    body: '照片',
    authorization: 'Bearer t',
  });
});

test('what serverless-offline says for a function that did not answer is 502, as with API Gateway', async () => {
  const response = await fetch(`${gateway.url}/v1/cut`);

  expect(response.status).toBe(502);
});

test('a backend that is not there gives 502 and not a hang', async () => {
  const response = await fetch(`${gateway.url}/demo/personas`);

  expect(response.status).toBe(502);
});
