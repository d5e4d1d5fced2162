import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import * as z from 'zod/mini';
import { type Exit, startChild } from './child.ts';
import { defaultPorts, root } from './settings.ts';
import { type BuildType, buildMiniapp } from './taro.ts';

type Outcome = { passed: number; failed: number; output: string };

type Part = {
  name: string;
  /** A part whose files are not there is not in the table. */
  files: string;
  /** A part that must have passed: without its result this one would test something else. */
  after?: string;
  run: () => Promise<Outcome>;
};

const reports = mkdtempSync(join(tmpdir(), 'suishoupai-check-'));
const bin = join(root, 'node_modules', '.bin');

const node = (name: string, args: readonly string[]): Promise<Exit> => {
  const path = [bin, process.env['PATH']].join(delimiter);
  const env = { ...process.env, PATH: path, FORCE_COLOR: '0' };
  return startChild({ name, command: process.execPath, args, cwd: root, env, keptLines: 2000 }).exited;
};

const single = (isPassed: boolean, output: string): Outcome => ({
  passed: isPassed ? 1 : 0,
  failed: isPassed ? 0 : 1,
  output,
});

const tool =
  (name: string, ...args: string[]) =>
  async (): Promise<Outcome> => {
    const { code, lastWords } = await node(name, [join(bin, name), ...args]);
    return single(code === 0, lastWords);
  };

const Report = z.object({ numPassedTests: z.int(), numFailedTests: z.int() });

/** A file that does not load or a hook that fails may leave no failed test behind; the exit code knows. */
const tests = (project: string) => async (): Promise<Outcome> => {
  const file = join(reports, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, lastWords } = await node(`vitest ${project}`, [join(bin, 'vitest'), ...args]);
  if (!existsSync(file)) return single(false, lastWords);
  const { numPassedTests: passed, numFailedTests } = z.parse(Report, JSON.parse(readFileSync(file, 'utf8')));
  const failed = code === 0 ? numFailedTests : Math.max(1, numFailedTests);
  return { passed, failed, output: lastWords };
};

const build = (type: BuildType) => async (): Promise<Outcome> => {
  try {
    await buildMiniapp({ type, appUrl: `http://127.0.0.1:${defaultPorts.app}` });
    return single(true, '');
  } catch (error) {
    return single(false, error instanceof Error ? error.message : String(error));
  }
};

const folders = ['shared', 'functions', 'miniapp', 'local', 'e2e', 'bench', 'verify', 'simulate'];

const parts: readonly Part[] = [
  { name: 'format and lint', files: 'biome.json', run: tool('biome', 'ci') },
  { name: 'types', files: 'tsconfig.json', run: tool('tsc', '-p', '.') },
  { name: 'types of the mini-program', files: 'miniapp/tsconfig.json', run: tool('tsc', '-p', 'miniapp') },
  {
    name: 'boundaries',
    files: '.dependency-cruiser.mjs',
    run: tool('depcruise', '--config', '.dependency-cruiser.mjs', ...folders),
  },
  { name: 'dead code', files: 'knip.json', run: tool('knip') },
  { name: 'unit tests', files: 'shared/src/**/*.test.ts', run: tests('unit') },
  { name: 'stores on DynamoDB Local', files: '**/*.dynamodb.test.ts', run: tests('dynamodb') },
  { name: 'packaged infrastructure', files: 'functions/test/package.test.ts', run: tests('package') },
  { name: 'build for WeChat', files: 'miniapp/src/app.config.ts', run: build('weapp') },
  { name: 'the shipped mini-program', files: 'e2e/weapp*.test.ts', after: 'build for WeChat', run: tests('weapp') },
  { name: 'build for browsers', files: 'miniapp/src/app.config.ts', run: build('h5') },
  { name: 'the whole in a browser', files: 'e2e/*.e2e.test.ts', after: 'build for browsers', run: tests('e2e') },
];

/** What a part measured against a budget is shown even when it passed. */
const figuresIn = (output: string): string[] => output.split('\n').filter((line) => line.includes('(budget '));

const isThere = ({ files }: Part) => globSync(files, { cwd: root, exclude: ['**/node_modules/**'] }).length > 0;

const seconds = (sinceMs: number) => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

const startedAt = performance.now();
const broken = new Set<string>();
let passed = 0;
let failed = 0;
for (const part of parts.filter(isThere)) {
  const partStartedAt = performance.now();
  const outcome =
    part.after !== undefined && broken.has(part.after)
      ? single(false, `not run, because this failed: ${part.after}`)
      : await part.run();
  passed += outcome.passed;
  failed += outcome.failed;
  if (outcome.failed > 0) {
    broken.add(part.name);
    console.log(outcome.output);
  }
  for (const figure of figuresIn(outcome.output)) console.log(`  ${figure}`);
  const counts = outcome.failed > 0 ? `${outcome.passed} passed, ${outcome.failed} failed` : `${outcome.passed} passed`;
  console.log(
    `${outcome.failed > 0 ? '✗' : '✓'} ${part.name.padEnd(28)}${seconds(partStartedAt).padStart(8)}   ${counts}`,
  );
}
rmSync(reports, { recursive: true, force: true });
console.log(`  ${'all'.padEnd(28)}${seconds(startedAt).padStart(8)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
