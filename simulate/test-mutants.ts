import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { mutants } from './mutants.ts';

/** So many runs must be enough to find a mistake. */
const seeds = 150;
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

const rows = mutants.map(({ name, file }) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', here('mutate.ts'), here('main.ts'), '--quick', '--seeds', String(seeds)],
    { env: { ...process.env, MUTANT: name }, encoding: 'utf8' },
  );
  const [seed = '', first = ''] = stderr.split('\n');
  const found = status === 1 && seed.startsWith('seed ') ? `${seed.split(' ')[1]}: ${first.trim()}` : undefined;
  console.log(`${found === undefined ? 'MISSED' : 'caught'} | ${name} | ${file} | ${found ?? stderr.slice(0, 300)}`);
  return found;
});
console.log(`${rows.filter((found) => found !== undefined).length} of ${rows.length} caught`);
process.exitCode = rows.every((found) => found !== undefined) ? 0 : 1;
