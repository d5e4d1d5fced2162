import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type Child, startChild, untilReady } from './child.ts';
import { functionsEnv } from './functions-env.ts';
import { dataFiles, type Ports, region, root, type Secrets, stage } from './settings.ts';

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(10_000) })).ok;
  } catch {
    return false;
  }
};

type Input = { ports: Ports; secrets: Secrets; dataDir: string };

/** Variables of whoever starts us that would change what the functions do. */
const notPassedOn = ['NODE_OPTIONS', 'NODE_ENV', 'AWS_PROFILE', 'AWS_SESSION_TOKEN', 'VITEST'];

/** serverless.yml under serverless-offline, with streams and schedule. Its words go to a log file. */
export const spawnFunctions = ({ ports, secrets, dataDir }: Input): Child => {
  const { streams, functionsLog } = dataFiles(dataDir);
  const log = createWriteStream(functionsLog, { flags: 'a' });
  const inherited = Object.entries(process.env).filter(([name]) => !notPassedOn.includes(name));
  const child = startChild({
    name: 'serverless-offline',
    command: process.execPath,
    args: [
      join(root, 'node_modules/serverless/bin/serverless.js'),
      'offline',
      'start',
      '--stage',
      stage,
      '--region',
      region,
    ],
    cwd: root,
    env: {
      ...Object.fromEntries(inherited),
      ...functionsEnv(ports, secrets),
      HTTP_PORT: String(ports.functions),
      LAMBDA_PORT: String(ports.lambda),
      STREAMS_CHECKPOINT: streams,
      SLS_NOTIFICATIONS_MODE: 'off',
    },
    onLine: (line) => log.write(`${line}\n`),
  });
  void child.exited.then(() => log.end());
  return child;
};

/** Waits until a real request comes back from a real function. */
export const untilFunctionsAnswer = (child: Child, ports: Ports): Promise<void> =>
  untilReady(child, () => answers(`http://127.0.0.1:${ports.functions}/v1/places/communities`));
