import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Mutant, mutants } from './mutants.ts';

/** So many runs must be enough to find a mistake. */
const seeds = 1000;
/** Mutants at once. */
const atOnce = 2;
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const { values } = parseArgs({ options: { story: { type: 'string' } } });

/** The seed that tells, and what it says; undefined when none does. */
const foundBy = ({ name, story }: Mutant): Promise<{ seed: number; says: string } | undefined> =>
  new Promise((resolve) => {
    const told = ['--quick', '--processes', '1', '--seeds', String(seeds), '--story', story];
    const env = { ...process.env, MUTANT: name };
    execFile(process.execPath, ['--import', here('mutate.ts'), here('main.ts'), ...told], { env }, (_, __, stderr) => {
      const [head = '', says = ''] = stderr.split('\n');
      const seed = /^seed (\d+) breaks/.exec(head)?.[1];
      resolve(seed === undefined ? undefined : { seed: Number(seed), says: says.trim() });
    });
  });

const asked = mutants.filter(({ story }) => values.story === undefined || story === values.story);
const caught: Mutant[] = [];
const work = async (left: Iterator<Mutant>): Promise<void> => {
  for (let next = left.next(); next.done !== true; next = left.next()) {
    const { name, story } = next.value;
    const found = await foundBy(next.value);
    if (found !== undefined) caught.push(next.value);
    const verdict = found === undefined ? 'MISSED | |' : `caught | ${found.seed} | ${found.says.slice(0, 100)}`;
    console.log(`| ${name} | ${story} | ${verdict} |`);
  }
};
console.log('| mistake | story | | seed | what the simulation says |\n| --- | --- | --- | --- | --- |');
const left = asked.values();
await Promise.all(Array.from({ length: atOnce }, () => work(left)));
console.log(`${caught.length} of ${asked.length} caught`);
process.exitCode = caught.length === asked.length ? 0 : 1;
