import { type ChildProcess, spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

export type Exit = { code: number | null; signal: NodeJS.Signals | null; lastWords: string };

export type Child = {
  name: string;
  pid: number;
  /** Settles once, however the process ends. */
  exited: Promise<Exit>;
  /** Asks, waits, and after `graceMs` insists. Resolves when the process is gone; harmless when it is already. */
  stop: (graceMs?: number) => Promise<void>;
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

/** Starts a process in our own process group, so that a Ctrl-C in the terminal reaches it even if we are gone. */
export const startChild = ({ name, command, args, cwd, env, onLine, keptLines = 40 }: ChildInput): Child => {
  const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  readLines(child, (raw) => {
    const line = stripVTControlCharacters(raw);
    lines.push(line);
    if (lines.length > keptLines) lines.shift();
    onLine?.(line);
  });
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, lastWords: error.message }));
    child.once('close', (code, signal) => resolve({ code, signal, lastWords: lines.join('\n') }));
  });
  return {
    name,
    pid: child.pid ?? -1,
    exited,
    stop: async (graceMs = 5000) => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await exited;
      clearTimeout(insist);
    },
  };
};

/** Waits until `answers` is true. Rejects when the process ends first, with what it said last. */
export const untilReady = async (child: Child, answers: () => Promise<boolean>): Promise<void> => {
  let exit: Exit | undefined;
  void child.exited.then((value) => {
    exit = value;
  });
  for (;;) {
    if (exit !== undefined) throw new Error(`${child.name} stopped before it was ready\n${exit.lastWords}`);
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
