import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startChild } from './child.ts';
import { freePort } from './free-port.ts';

const start = (args: readonly string[], env: NodeJS.ProcessEnv) =>
  startChild({
    name: 'start',
    command: process.execPath,
    args: [fileURLToPath(new URL('./start.ts', import.meta.url)), ...args],
    env: { ...process.env, ...env },
  }).exited;

const occupied = async (): Promise<{ port: number; server: Server }> => {
  const port = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, server };
};

test('a port in use gives one sentence that names it and what changes it', async () => {
  const { port, server } = await occupied();

  const page = await start(['--port', String(port)], {});
  const { APP_PORT, S3_PORT } = { APP_PORT: String(await freePort()), S3_PORT: String(port) };
  const photos = await start([], {
    APP_PORT,
    S3_PORT,
    HTTP_PORT: String(await freePort()),
    LAMBDA_PORT: String(await freePort()),
    DYNAMODB_PORT: String(await freePort()),
    WECHAT_PORT: String(await freePort()),
  });
  server.close();

  expect(page.code).toBe(1);
  expect(page.lastWords.split('\n')).toHaveLength(1);
  expect(page.lastWords).toContain(`端口 ${port}（页面）已被占用`);
  expect(page.lastWords).toContain('--port');
  expect(photos.lastWords).toContain(`端口 ${port}（照片存储）已被占用`);
  expect(photos.lastWords).toContain('S3_PORT=');
});

test.each([
  [['--prot', '1'], {}, '用法'],
  [['--port', 'x'], {}, '不是一个端口号'],
  [[], { APP_PORT: '4410', HTTP_PORT: '4410' }, '用了两次'],
])('%j %j is refused with a sentence', async (args, env, words) => {
  const { code, lastWords } = await start(args, env);

  expect(code).toBe(1);
  expect(lastWords).toContain(words);
});
