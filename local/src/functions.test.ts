import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { startChild } from './child.ts';
import { untilFunctionsAnswer } from './functions.ts';

const serverless = (script: string) => {
  const child = startChild({ name: 'serverless-offline', command: process.execPath, args: ['-e', script] });
  onTestFinished(() => child.stop());
  return child;
};

const nobody = 'http://127.0.0.1:1';

const answering = async (status: number, body: string): Promise<string> => {
  const server = createServer((_, response) => response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
};

const runs = 'setInterval(() => {}, 1000)';
const says = (...lines: string[]) => lines.map((line) => `console.error(${JSON.stringify(line)});`).join('');

const report = (file: string) => [`✘ [ERROR] Unexpected ";"`, '', `    ${file}:30:22:`, '      30 │ const x = ;', ''];
const story = says(
  ...report('functions/src/entry/sweep.ts'),
  ...report('functions/src/http/mount.ts'),
  ...report('functions/src/http/mount.ts'),
  'Environment: linux, node 24, osls 4',
  '',
  'Error:',
  'Error: Build failed with 1 error:',
  '    at failureErrorWithLog (esbuild/lib/main.js:1752:15)',
);

test.each([
  ['and ends', story],
  ['and goes on running', story + runs],
])('functions that do not build: osls says so %s', async (_, script) => {
  const child = serverless(script);

  const failure = await untilFunctionsAnswer(child, nobody).catch((error: Error) => error.message);

  expect(failure).toMatch(/^云函数没有构建成功/);
  expect(String(failure).match(/\[ERROR\]/g)).toHaveLength(2);
  expect(failure).toContain('functions/src/entry/sweep.ts:30:22');
  expect(failure).not.toContain('main.js');
  await expect(child.exited).resolves.toBeDefined();
});

test('serverless that ends early is quoted', async () => {
  const child = serverless(`${says('cannot resolve a variable')} process.exit(1)`);

  await expect(untilFunctionsAnswer(child, nobody)).rejects.toThrow(/^云函数没有启动.*\ncannot resolve/);
});

test('a function that throws while it is loaded is no answer', async () => {
  const base = await answering(200, JSON.stringify({ errorMessage: 'boom at load', errorType: 'Error' }));

  await expect(untilFunctionsAnswer(serverless(runs), base)).rejects.toThrow('boom at load');
});

test('an answer of the functions ends the waiting', async () => {
  const base = await answering(200, JSON.stringify({ items: [] }));

  await expect(untilFunctionsAnswer(serverless(runs), base)).resolves.toBeUndefined();
});
