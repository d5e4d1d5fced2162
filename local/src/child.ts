import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

export type Exit = { code: number | null; signal: NodeJS.Signals | null; lastWords: string };

export type Child = {
  name: string;
  pid: number;
  /** Its last lines so far, without colours. */
  said: () => string;
  /** Settles once, however the process ends. */
  exited: Promise<Exit>;
  /** Asks, waits, and after `graceMs` insists. Resolves when the process is gone; harmless when it is already. */
  stop: (graceMs?: number) => Promise<void>;
  /** As a machine that loses its power: nothing is asked, nothing is finished. */
  kill: () => Promise<void>;
};

type ChildInput = {
  name: string;
  command: string;
  args: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  onLine?: (line: string) => void;
  /** How many of its last lines are remembered. */
  keptLines?: number;
};

const readLines = (child: ChildProcess, onLine: (line: string) => void) => {
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    });
    stream?.on('end', () => {
      if (rest !== '') onLine(rest);
    });
  }
};

let guard: ChildProcess | undefined;

/** Out of our process group: a Ctrl-C in the terminal is for us, who tell it then what is left. */
const startGuard = (): ChildProcess => {
  const file = fileURLToPath(new URL('./guard.ts', import.meta.url));
  const started = spawn(process.execPath, [file], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  started.on('error', () => undefined);
  started.stdin.on('error', () => undefined);
  started.unref();
  return started;
};

/** What we cannot do ourselves when we are killed outright. */
const tellGuard = (line: string) => {
  guard ??= startGuard();
  guard.stdin?.write(`${line}\n`);
};

/** Starts a process in our own process group, so that a Ctrl-C in the terminal reaches it; it does not outlive us, however we end. */
export const startChild = ({ name, command, args, cwd, env, onLine, keptLines = 40 }: ChildInput): Child => {
  const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const said = () => lines.join('\n');
  readLines(child, (raw) => {
    const line = stripVTControlCharacters(raw);
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
    onLine?.(line);
  });
  const { pid } = child;
  if (pid !== undefined) {
    tellGuard(`+${pid}`);
    child.once('exit', () => tellGuard(`-${pid}`));
  }
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, lastWords: error.message }));
    child.once('close', (code, signal) => resolve({ code, signal, lastWords: said() }));
  });
  return {
    name,
    pid: pid ?? -1,
    said,
    exited,
    stop: async (graceMs = 5000) => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await exited;
      clearTimeout(insist);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
};

const stoppedEarly = ({ name }: Child, { lastWords }: Exit) => `${name} 没有启动就退出了。最后的输出：\n${lastWords}`;

/** Waits until `answers` is true. Rejects when the process ends first, by default with what it said last. */
export const untilReady = async (
  child: Child,
  answers: () => Promise<boolean>,
  sentence: (child: Child, exit: Exit) => string = stoppedEarly,
): Promise<void> => {
  let exit: Exit | undefined;
  void child.exited.then((value) => {
    exit = value;
  });
  for (;;) {
    if (exit !== undefined) throw new Error(sentence(child, exit));
    if (await answers()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Whether something at this address speaks HTTP, whatever it says. */
export const speaksHttp = async (url: string): Promise<boolean> => {
  try {
    await fetch(url, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  }
};
