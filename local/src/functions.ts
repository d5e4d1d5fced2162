import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { placesRoutes } from '@suishoupai/shared/places/contract';
import * as z from 'zod/mini';
import { type Child, type Exit, startChild, untilReady } from './child.ts';
import { clockEnv } from './clock/clock.ts';
import { functionsEnv } from './functions-env.ts';
import { dataFiles, type Ports, region, root, type Secrets, stage } from './settings.ts';

type Input = { ports: Ports; secrets: Secrets; dataDir: string; onSpawn: (child: Child) => void };

/** Variables of whoever starts us that would change what the functions do. */
const notPassedOn = ['NODE_OPTIONS', 'NODE_ENV', 'AWS_PROFILE', 'AWS_SESSION_TOKEN', 'VITEST'];

const spawn = ({ ports, secrets, dataDir }: Input): Child => {
  const { streams, functionsLog, clock } = dataFiles(dataDir);
  const log = createWriteStream(functionsLog, { flags: 'a' });
  const inherited = Object.entries(process.env).filter(([name]) => !notPassedOn.includes(name));
  // In the tree, because the bundles find sharp in its node_modules; its own, because a build empties the folder it goes to.
  const buildName = `${stage}-${ports.functions}`;
  const clocked = clockEnv(clock);
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
      ...clocked,
      NODE_OPTIONS: `${clocked.NODE_OPTIONS} --import ${new URL('./offline-streams.ts', import.meta.url).href}`,
      HTTP_PORT: String(ports.functions),
      LAMBDA_PORT: String(ports.lambda),
      STREAMS_CHECKPOINT: streams,
      BUILD_NAME: buildName,
      SLS_NOTIFICATIONS_MODE: 'off',
    },
    onLine: (line) => log.write(`${line}\n`),
    keptLines: 400,
  });
  void child.exited.then(() => {
    log.end();
    rmSync(join(root, '.esbuild', buildName), { recursive: true, force: true });
  });
  return child;
};

/** Each error that esbuild reported, once: a file that several functions share is reported for each of them. */
const buildErrorsIn = (said: string): string[] => {
  const [reports = ''] = said.split(/^Environment: /m);
  const errors = reports.split(/^(?=\S+ \[ERROR\] )/m).filter((report) => /^\S+ \[ERROR\] /.test(report));
  return [...new Set(errors.map((error) => error.trimEnd()))];
};

const sentence = (child: Child, { lastWords }: Exit): string => {
  const errors = buildErrorsIn(lastWords);
  if (errors.length > 0) return `云函数没有构建成功，请先改正：\n\n${errors.join('\n\n')}\n`;
  return `云函数没有启动，${child.name} 退出了。最后的输出：\n${lastWords.split('\n').slice(-40).join('\n')}`;
};

/** A function that throws while it is loaded is answered for, by serverless-offline, with its error and a 200. */
const FunctionError = z.object({ errorMessage: z.string() });

/** What is at the address says: the functions' answer, something else, or undefined for nothing yet. */
const ask = async (url: string): Promise<{ isRight: boolean; text: string } | undefined> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    const text = await response.text();
    const { success } = z.safeParse(placesRoutes.listCommunities.response, JSON.parse(text));
    return { isRight: response.ok && success, text };
  } catch {
    return undefined;
  }
};

const errorIn = (text: string): string => {
  const { data } = z.safeParse(FunctionError, JSON.parse(text));
  return (data?.errorMessage ?? text).slice(0, 500);
};

/** More than once, because a machine that has much to do may let the first call run out of time. */
const wrongAnswersTaken = 3;

/**
 * Waits until a real request comes back from a real function. Rejects with a sentence and the reason when they do not build, end, or
 * answer something else again and again.
 */
export const untilFunctionsAnswer = (child: Child, base: string): Promise<void> => {
  let wrongAnswers = 0;
  const answers = async () => {
    // So osls ends its story; its process then waits for esbuild's, at times for ever.
    if (/^Error:$/m.test(child.said())) {
      await child.stop();
      return false;
    }
    const answer = await ask(base + placesRoutes.listCommunities.path);
    if (answer === undefined || answer.isRight) return answer !== undefined;
    wrongAnswers += 1;
    if (wrongAnswers === wrongAnswersTaken) throw new Error(`云函数已启动，但不能正常回答：${errorIn(answer.text)}`);
    return false;
  };
  return untilReady(child, answers, sentence);
};

/** serverless.yml under serverless-offline, with streams; resolves when it answers. Its words go to a log file. */
export const startFunctions = async (input: Input): Promise<Child> => {
  const child = spawn(input);
  input.onSpawn(child);
  await untilFunctionsAnswer(child, `http://127.0.0.1:${input.ports.functions}`);
  return child;
};
