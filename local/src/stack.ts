import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Child, Exit } from './child.ts';
import { type Clock, makeClock } from './clock/clock.ts';
import { seedDemo } from './demo/seed.ts';
import { startDynamodb } from './dynamodb.ts';
import { freePort } from './free-port.ts';
import { startFunctions } from './functions.ts';
import { functionsEnv } from './functions-env.ts';
import { startGateway } from './gateway.ts';
import { makeNotifier, s3Event } from './s3/event.ts';
import { startS3 } from './s3/server.ts';
import { readSchedule, startSchedule } from './schedule.ts';
import {
  buckets,
  dataFiles,
  type PortName,
  type Ports,
  readSecrets,
  region,
  root,
  s3Credentials,
  service,
  stage,
  templates,
  wechatAppId,
} from './settings.ts';
import { createMissingTables, localDynamodbClient, readTables } from './tables.ts';
import { outputOf } from './taro.ts';
import { startWeChat } from './wechat/server.ts';

export type StackOptions = {
  /** Ports not named are free ones. */
  ports?: Partial<Ports>;
  /** Absent: an empty folder that is gone after the stop. */
  dataDir?: string;
  /** A finished H5 build; absent: `miniapp/dist/h5`. */
  h5Dir?: string;
  /** Fill an empty product with demo data; absent: yes. */
  demo?: boolean;
  /** A short line for each step of the start. */
  onProgress?: (line: string) => void;
  /** A part that ended although nobody asked it to; the stack is of no use after it. */
  onDeath?: (name: string, exit: Exit) => void;
  /** Ends the start, or the running stack, as `stop` does. */
  signal?: AbortSignal;
};

/** A part of the running product that can be lost, and comes back at the same address with what it had written down. */
export type Part = { kill: () => Promise<void>; start: () => Promise<void> };

export type Stack = {
  url: string;
  ports: Ports;
  dataDir: string;
  /** What the functions were given, for whoever wants to work on the same tables and buckets. */
  env: ReturnType<typeof functionsEnv>;
  /** What functions and stand-ins take for now. */
  clock: Clock;
  /** Runs one of the functions that the schedule calls, at once; rejects when it fails. */
  run: (name: 'sweep' | 'hallSweep' | 'pointsSweep') => Promise<void>;
  /** What tests take away. DynamoDB Local keeps its items only when `dataDir` was given. */
  parts: Record<'dynamodb' | 's3' | 'wechat' | 'functions', Part>;
  /** Stops every part; harmless twice. */
  stop: () => Promise<void>;
};

const portNames: readonly PortName[] = ['app', 'functions', 'lambda', 'dynamodb', 's3', 'wechat'];

const choosePorts = async (wanted: Partial<Ports>): Promise<Ports> => {
  const chosen = { app: 0, functions: 0, lambda: 0, dynamodb: 0, s3: 0, wechat: 0 };
  for (const name of portNames) chosen[name] = wanted[name] ?? (await freePort());
  return chosen;
};

/** What was started, to be stopped in the opposite order. */
const makeParts = () => {
  const stops: (() => Promise<unknown>)[] = [];
  let stopped: Promise<void> | undefined;
  const stopAll = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  return {
    add: (stop: () => Promise<unknown>) => stops.push(stop),
    isStopping: () => stopped !== undefined,
    stop: (): Promise<void> => {
      stopped ??= stopAll();
      return stopped;
    },
  };
};

/** Ctrl-C reaches children and us at the same time: a death is only one when we are not stopping a moment later. */
const deathNoticeMs = 300;

/**
 * Brings the whole product up on embedded parts and resolves when a request goes through all of it. When it rejects, everything is
 * stopped again.
 */
export const startStack = async (options: StackOptions = {}): Promise<Stack> => {
  const { onProgress = () => undefined, onDeath = () => undefined, signal } = options;
  const ports = await choosePorts(options.ports ?? {});
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'suishoupai-'));
  mkdirSync(dataDir, { recursive: true });
  const files = dataFiles(dataDir);
  const secrets = readSecrets(files.secrets);
  const parts = makeParts();
  if (options.dataDir === undefined) parts.add(async () => rmSync(dataDir, { recursive: true, force: true }));
  signal?.addEventListener('abort', () => void parts.stop());

  const killed = new Set<Child>();
  const watch = (child: Child) => {
    parts.add(() => child.stop());
    void child.exited.then((exit) => {
      setTimeout(() => {
        if (!parts.isStopping() && !killed.has(child)) onDeath(child.name, exit);
      }, deathNoticeMs);
    });
  };
  const ofChild = async (begin: () => Promise<Child>): Promise<Part> => {
    let child = await begin();
    return {
      kill: () => {
        killed.add(child);
        return child.kill();
      },
      start: async () => {
        child = await begin();
      },
    };
  };
  const ofServer = async (begin: () => Promise<{ stop: () => Promise<void> }>): Promise<Part> => {
    let server = await begin();
    parts.add(() => server.stop());
    return {
      kill: () => server.stop(),
      start: async () => {
        server = await begin();
      },
    };
  };

  const begin = async (): Promise<Stack> => {
    // What is gone after the stop never goes to a disk: written there, each item waits for it, seven times as long.
    const kept = options.dataDir === undefined ? {} : { directory: files.dynamodb };
    const dynamodb = await ofChild(
      async () => (await startDynamodb({ ...kept, port: ports.dynamodb, onSpawn: watch })).child,
    );
    const client = localDynamodbClient(`http://127.0.0.1:${ports.dynamodb}`);
    parts.add(async () => client.destroy());
    const definitions = readTables(join(root, 'resources/tables.yml'), { service, stage });
    await createMissingTables(client, definitions);
    onProgress('数据库就绪');

    const clock = makeClock(files.clock);
    const invokeUrlOf = (name: string) =>
      `http://127.0.0.1:${ports.lambda}/2015-03-31/functions/${service}-${stage}-${name}/invocations`;
    const onGivenUp = (file: string, reason: string) => onProgress(`照片处理没有成功：${reason}（${file}）`);
    const notifier = makeNotifier({ directory: files.s3Events, invokeUrl: invokeUrlOf('cleanMedia'), onGivenUp });
    parts.add(notifier.stop);
    const s3 = await ofServer(() =>
      startS3({
        directory: files.s3,
        buckets: Object.values(buckets),
        credentials: s3Credentials,
        region,
        now: clock.now,
        port: ports.s3,
        onObjectCreated: (created) => {
          if (created.bucket === buckets.uploads && created.key.startsWith('raw/'))
            notifier.send(s3Event({ ...created, region, at: clock.now(), requestId: randomUUID() }));
        },
      }),
    );
    const wechat = await ofServer(() =>
      startWeChat({
        appId: wechatAppId,
        appSecret: secrets.wechatAppSecret,
        templates,
        push: {
          url: `http://127.0.0.1:${ports.functions}/wechat/push`,
          token: secrets.pushToken,
          aesKey: secrets.pushAesKey,
        },
        now: () => clock.now().getTime(),
        port: ports.wechat,
        stateFile: files.wechat,
      }),
    );
    onProgress('照片存储、微信替身就绪');

    const functions = await ofChild(() => startFunctions({ ports, secrets, dataDir, onSpawn: watch }));
    notifier.resume();
    onProgress('云函数就绪');

    const gateway = await startGateway({
      port: ports.app,
      h5Dir: options.h5Dir ?? outputOf('h5'),
      proxies: [
        { prefix: '/v1/', port: ports.functions, mark: 'x-content-type-options' },
        { prefix: '/wechat/', port: ports.functions },
        { prefix: '/demo/', port: ports.wechat },
      ],
    });
    parts.add(gateway.stop);
    const env = functionsEnv(ports, secrets);
    const run = async (name: string) => {
      const answer = await fetch(invokeUrlOf(name), { method: 'POST', body: '{}' });
      const text = await answer.text();
      if (!answer.ok || text.includes('errorMessage')) throw new Error(`${name}: ${answer.status} ${text}`);
    };
    const seeding = {
      ...{ url: gateway.url, env, file: files.seeded, clock },
      strikeHall: () => run('hallSweep'),
      sweepPoints: () => run('pointsSweep'),
      onBegin: () => onProgress('正在写入演示数据，约需一分钟……'),
      onHall: () => onProgress('工单已写好，正在写入议事厅……'),
    };
    if (options.demo !== false && (await seedDemo(seeding))) onProgress('演示数据就绪');
    const schedule = startSchedule({
      scheduled: readSchedule(),
      run,
      onFailed: (error) => {
        if (!parts.isStopping()) onProgress(`定时任务没有做成：${error instanceof Error ? error.message : error}`);
      },
    });
    parts.add(async () => schedule.stop());
    const ofProduct = { dynamodb, s3, wechat, functions };
    return { url: gateway.url, ports, dataDir, env, clock, run, parts: ofProduct, stop: parts.stop };
  };

  try {
    return await begin();
  } catch (error) {
    await parts.stop();
    throw error;
  }
};
