import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Child } from './child.ts';
import { isFree } from './free-port.ts';
import { dataDirOf, dataFiles, type PortName, type Ports, portInfo, portsFromEnv, readPort, root } from './settings.ts';
import { startStack } from './stack.ts';
import { buildMiniapp, outputOf } from './taro.ts';
import { personas } from './wechat/personas.ts';

const say = (line: string) => console.log(line);

/** A sentence for the person at the terminal; anything else that is thrown is a bug and keeps its stack. */
class Sentence extends Error {}

const readOptions = (): { ports: Ports; isFresh: boolean } => {
  try {
    const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false }, port: { type: 'string' } } });
    const given = values.port === undefined ? {} : { APP_PORT: String(readPort(values.port, '--port')) };
    return { ports: portsFromEnv({ ...process.env, ...given }), isFresh: values.fresh };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Sentence(`${reason}\n用法：npm start -- [--fresh 清空数据] [--port 页面端口，其余端口随之移动]`);
  }
};

const demandFreePorts = async (ports: Ports) => {
  const names = Object.keys(ports) as PortName[];
  const twice = names.find((name) => names.some((other) => other !== name && ports[other] === ports[name]));
  if (twice !== undefined)
    throw new Sentence(
      `端口 ${ports[twice]} 被用了两次，请检查 ${names.map((name) => portInfo[name].variable).join('、')}。`,
    );
  for (const name of names) {
    if (await isFree(ports[name])) continue;
    const { label, variable } = portInfo[name];
    const change =
      name === 'app' ? `npm start -- --port ${ports[name] + 1000}` : `${variable}=${ports[name] + 1000} npm start`;
    throw new Sentence(`端口 ${ports[name]}（${label}）已被占用：请先停掉占用它的程序，或换一个端口：${change}`);
  }
};

/** npm runs a script in a shell, which may live on when npm is gone. */
const pidOfNpm = (): number => {
  const about = spawnSync('ps', ['-o', 'ppid=', '-o', 'comm=', '-p', String(process.ppid)], { encoding: 'utf8' });
  const [, parent, command] = /^\s*(\d+)\s+(\S+)/.exec(about.stdout ?? '') ?? [];
  return parent !== undefined && command?.endsWith('sh') ? Number(parent) : process.ppid;
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Under npm a signal may end npm and its shell alone; then nobody is left to stop us. */
const watchNpm = (onOrphaned: () => void) => {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const npm = pidOfNpm();
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(npm)) onOrphaned();
  }, 500).unref();
};

const printWelcome = (url: string, dataDir: string) => {
  const people = personas.map(({ name, about, isRisky }) => `  ${name}　${about}${isRisky ? '（会被拒绝）' : ''}`);
  say(`
随手拍已经启动：${url}

在页面里可以登录为：
${people.join('\n')}

小程序包（用微信开发者工具打开，勾选「不校验合法域名」）：${relative(process.cwd(), join(root, 'miniapp')) || '.'}，构建结果在 ${relative(process.cwd(), outputOf('weapp'))}
云函数日志：${relative(process.cwd(), dataFiles(dataDir).functionsLog)}
数据保存在 ${relative(process.cwd(), dataDir)}/，启动时加上 --fresh 可清空。按 Ctrl-C 停止。
`);
};

/** An error and what caused it, a line each. */
const storyOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}\n${storyOf(error.cause)}`;
};

const main = async (): Promise<number> => {
  const { ports, isFresh } = readOptions();
  const dataDir = dataDirOf(ports);
  await demandFreePorts(ports);
  if (isFresh) rmSync(dataDir, { recursive: true, force: true });

  const stopping = new AbortController();
  const builds = new Set<Child>();
  let exitCode = 0;
  const stop = (line: string, code: number) => {
    if (stopping.signal.aborted) return;
    say(line);
    exitCode = code;
    stopping.abort();
    for (const build of builds) void build.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop('\n正在停止……', 0));
  watchNpm(() => stop('正在停止……', 0));

  const build = async (type: 'h5' | 'weapp') => {
    let child: Child | undefined;
    const onStart = (started: Child) => {
      child = started;
      builds.add(started);
      if (type === 'h5') say('正在构建页面，第一次约需半分钟……');
    };
    try {
      return await buildMiniapp({ type, appUrl: `http://127.0.0.1:${ports.app}`, onStart });
    } finally {
      if (child !== undefined) builds.delete(child);
    }
  };

  const stopped = new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  const starting = startStack({
    ports,
    dataDir,
    signal: stopping.signal,
    onProgress: (line) => say(`· ${line}`),
    onDeath: (name, { code, signal, lastWords }) =>
      stop(`${name} 意外退出（${signal ?? code}），全部停止。最后的输出：\n${lastWords}`, 1),
  });
  try {
    const pages = build('h5').then(() => say('· 页面就绪'));
    // Whichever fails first ends both; the other's failure is then only its echo.
    pages.catch(() => undefined);
    starting.catch(() => undefined);
    const [stack] = await Promise.all([starting, pages]);
    printWelcome(stack.url, stack.dataDir);
    const packages = build('weapp').then(
      (isBuilt) => (isBuilt ? say('· 小程序包就绪') : undefined),
      (error: Error) => (stopping.signal.aborted ? undefined : say(`小程序包没有构建成功：${error.message}`)),
    );
    await stopped;
    await packages;
    await stack.stop();
  } catch (error) {
    if (!stopping.signal.aborted) {
      stop(storyOf(error), 1);
    }
    await starting.then(
      (stack) => stack.stop(),
      () => undefined,
    );
  }
  await Promise.all([...builds].map((child) => child.stop()));
  return exitCode;
};

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Sentence)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();
