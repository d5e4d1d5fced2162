import { expect, test } from 'vitest';
import { startChild, untilReady } from './child.ts';

const run = (script: string, more: object = {}) =>
  startChild({ name: 'child', command: process.execPath, args: ['-e', script], ...more });

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('what a process said last is remembered, without colours', async () => {
  const child = run(
    "console.log('one'); console.log('\\x1b[31mtwo\\x1b[0m'); console.error('three'); process.exit(3)",
    {
      keptLines: 2,
    },
  );

  const { code, lastWords } = await child.exited;

  expect(code).toBe(3);
  expect(lastWords.split('\n')).toHaveLength(2);
  expect(lastWords).toMatch(/two|three/);
  expect(lastWords).not.toContain('\x1b');
});

test('a process that will not stop is stopped', async () => {
  let hear = (_: string) => {};
  const isDeaf = new Promise<string>((resolve) => {
    hear = resolve;
  });
  const deaf = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('deaf')";
  const child = run(deaf, { onLine: (line: string) => hear(line) });
  await isDeaf;

  await child.stop(50);
  await child.stop(50);

  expect((await child.exited).signal).toBe('SIGKILL');
  expect(isAlive(child.pid)).toBe(false);
});

test('waiting for a process that ends says what it said', async () => {
  const child = run("console.error('port taken'); process.exit(1)");

  await expect(untilReady(child, async () => false)).rejects.toThrow(/^child 没有启动就退出了.*\nport taken$/);
});

test('a command that is not there is an end too', async () => {
  const child = startChild({ name: 'nothing', command: '/nowhere/nothing', args: [] });

  expect((await child.exited).lastWords).toContain('ENOENT');
});

test('a process does not outlive the one that started it, even when that is killed outright', async () => {
  const childModule = new URL('./child.ts', import.meta.url).href;
  const sleeper = "['-e', 'setInterval(() => {}, 1000)']";
  let hear = (_: string) => {};
  const saidPid = new Promise<string>((resolve) => {
    hear = resolve;
  });
  const starter = run(
    `import(${JSON.stringify(childModule)}).then(({ startChild }) => console.log(startChild({ name: 'sleeper', command: process.execPath, args: ${sleeper} }).pid))`,
    { onLine: (line: string) => hear(line) },
  );
  const pid = Number(await saidPid);

  process.kill(starter.pid, 'SIGKILL');

  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
});
