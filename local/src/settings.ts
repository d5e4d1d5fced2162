import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import type { Template } from './wechat/deps.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const service = 'suishoupai';
export const stage = 'local';
/** Only a name here; signatures and table streams carry it. */
export const region = 'cn-northwest-1';

export const wechatAppId = 'wx0000000000000000';
const fields = ['thing1', 'phrase2', 'time3', 'thing4'];
export const templates: readonly Template[] = [
  { name: 'ticketProgress', id: 'local-ticket-progress', fields },
  { name: 'ticketWaiting', id: 'local-ticket-waiting', fields },
];

export const s3Credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
export const buckets = { uploads: `${service}-${stage}-uploads`, photos: `${service}-${stage}-photos` };
export const tableNames = {
  people: `${service}-${stage}-people`,
  places: `${service}-${stage}-places`,
  tickets: `${service}-${stage}-tickets`,
  deliberations: `${service}-${stage}-deliberations`,
  points: `${service}-${stage}-points`,
  media: `${service}-${stage}-media`,
};

const Secrets = z.object({
  wechatAppSecret: z.string(),
  sessionKey: z.string(),
  pushToken: z.string(),
  pushAesKey: z.string(),
  voteKey: z.string(),
});
export type Secrets = z.output<typeof Secrets>;

const make: Record<keyof Secrets, () => string> = {
  wechatAppSecret: () => randomBytes(16).toString('hex'),
  sessionKey: () => randomBytes(32).toString('hex'),
  pushToken: () => randomBytes(16).toString('hex'),
  // 43 characters of base64 are 32 bytes, the last with its two lowest bits unset.
  pushAesKey: () => randomBytes(32).toString('base64').slice(0, 43),
  voteKey: () => generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
};

/** This machine's own secrets, each made at the first start that asks for it; kept, so that people stay signed in. */
export const readSecrets = (file: string): Secrets => {
  const kept = existsSync(file) ? z.parse(z.partial(Secrets), JSON.parse(readFileSync(file, 'utf8'))) : {};
  const names = z.keyof(Secrets).options;
  if (names.every((name) => kept[name] !== undefined)) return z.parse(Secrets, kept);
  const made = Object.fromEntries(names.map((name) => [name, kept[name] ?? make[name]()]));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return z.parse(Secrets, made);
};

export const defaultPorts = { app: 4400, functions: 4401, lambda: 4402, dynamodb: 4403, s3: 4404, wechat: 4405 };
export type Ports = typeof defaultPorts;
export type PortName = keyof Ports;

/** What each port is for, and the variable that changes it. */
export const portInfo: Record<PortName, { label: string; variable: string }> = {
  app: { label: '页面', variable: 'APP_PORT' },
  functions: { label: '云函数', variable: 'HTTP_PORT' },
  lambda: { label: '云函数调用', variable: 'LAMBDA_PORT' },
  dynamodb: { label: '数据库', variable: 'DYNAMODB_PORT' },
  s3: { label: '照片存储', variable: 'S3_PORT' },
  wechat: { label: '微信替身', variable: 'WECHAT_PORT' },
};

const Port = z.coerce.number().check(z.int(), z.gte(1), z.lte(65535));
export const readPort = (text: string, source: string): number => {
  const parsed = z.safeParse(Port, text);
  if (parsed.success) return parsed.data;
  throw new Error(`${source} 不是一个端口号：${text}`);
};

/**
 * The ports of the environment and, for those it does not name, the default ones, moved along with that of the page. Throws a sentence
 * for what is no port.
 */
export const portsFromEnv = (env: NodeJS.ProcessEnv): Ports => {
  const { variable } = portInfo.app;
  const app = readPort(env[variable] ?? String(defaultPorts.app), variable);
  const port = (name: PortName) => {
    const text = env[portInfo[name].variable] ?? String(defaultPorts[name] - defaultPorts.app + app);
    return readPort(text, portInfo[name].variable);
  };
  return {
    app: port('app'),
    functions: port('functions'),
    lambda: port('lambda'),
    dynamodb: port('dynamodb'),
    s3: port('s3'),
    wechat: port('wechat'),
  };
};

/** Where `npm start` keeps its data: products on different ports share none. */
export const dataDirOf = ({ app }: Ports): string => join(root, app === defaultPorts.app ? '.local' : `.local-${app}`);

/** What lies in a data directory. */
export const dataFiles = (dataDir: string) => ({
  dynamodb: join(dataDir, 'dynamodb'),
  streams: join(dataDir, 'streams.json'),
  s3: join(dataDir, 's3'),
  s3Events: join(dataDir, 's3-events'),
  wechat: join(dataDir, 'wechat.json'),
  secrets: join(dataDir, 'secrets.json'),
  seeded: join(dataDir, 'seeded.json'),
  clock: join(dataDir, 'clock'),
  functionsLog: join(dataDir, 'functions.log'),
});
