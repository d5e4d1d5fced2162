import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Measured, type Part, table } from '../part.ts';

type Proof = { title: string; command: string; file: string; args?: readonly string[]; quickArgs?: readonly string[] };

/** Programs of the suites, each of which ends with an error when it found something. */
const proofs: readonly Proof[] = [
  { title: 'Who may see and do what', command: 'npm run access', file: 'functions/test/access/count.ts' },
  { title: 'Guards taken away', command: 'npm run guards', file: 'functions/test/mutants/run-guards.ts' },
  {
    title: 'Mangled requests',
    command: 'npm run fuzz',
    file: 'functions/test/fuzz/main.ts',
    quickArgs: ['--runs', '10'],
  },
  {
    title: 'Simulation',
    command: 'npm run simulate',
    file: 'simulate/main.ts',
    quickArgs: ['--seeds', '100'],
  },
  { title: 'Mutants of the ledger', command: 'npm run mutants', file: 'functions/test/mutants/run.ts' },
  { title: 'Mutants under simulation', command: 'npm run mutants', file: 'simulate/test-mutants.ts' },
];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a program says, and whether it found nothing. */
const told = async (file: string, args: readonly string[]): Promise<{ said: string; isGood: boolean }> => {
  const child = spawn(process.execPath, [file, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: Buffer[] = [];
  child.stdout.on('data', (line: Buffer) => lines.push(line));
  const [code] = await once(child, 'close');
  return { said: Buffer.concat(lines).toString('utf8').trim(), isGood: code === 0 };
};

const figureOf = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([name, each]) => `${name}: ${each}`)
        .join(', ')
    : String(value);

/** Counts come as JSON, tables as Markdown, the rest as lines. */
const pageOf = (said: string): string => {
  if (said.startsWith('|')) return said;
  if (!said.startsWith('{')) return said.split('\n').join('\n\n');
  const counts: Record<string, unknown> = JSON.parse(said);
  const shown = Object.entries(counts).filter(([name]) => name !== 'seconds');
  return table(
    ['what', 'how many'],
    shown.map(([name, value]) => [name, figureOf(value)]),
  );
};

/** The suites that show what cannot be measured, with their counts and tables; those of mutants are left out of a quick run. */
export const proofParts: readonly Part[] = proofs.map(({ title, command, file, args = [], quickArgs }) => ({
  title,
  measure: async ({ isQuick }): Promise<Measured> => {
    if (isQuick && /mutants/.test(file)) return { text: `Not in a quick run: \`${command}\`.`, faults: [] };
    const { said, isGood } = await told(file, isQuick && quickArgs !== undefined ? quickArgs : args);
    return { text: `\`${command}\`\n\n${pageOf(said)}`, faults: isGood ? [] : [`${command} found something`] };
  },
}));
