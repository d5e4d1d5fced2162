import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { type Mutant, mutants } from './list.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tests = 'functions/src/points/invariants.test.ts';

/** Our code with the mutant in it, as the tests load it; no file is changed. */
const asMutant = (mutant: Mutant | undefined) => ({
  name: 'mutant',
  enforce: 'pre' as const,
  transform: (code: string, id: string) => {
    const path = id.split('?')[0] ?? id;
    const edits = mutant?.edits.filter(({ file }) => path === root + file) ?? [];
    return edits.reduce((changed, { find, put }) => changed.replace(find, () => put), code);
  },
});

/** The numbers of the promises that a run breaks. */
const brokenBy = async (mutant: Mutant | undefined): Promise<{ broken: string[]; ran: number }> => {
  const vitest = await startVitest(
    [tests],
    {
      root,
      config: false,
      watch: false,
      include: [tests],
      reporters: [{}],
      passWithNoTests: false,
      fsModuleCache: false,
    },
    { plugins: [asMutant(mutant)] },
  );
  const all = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
  const broken = all
    .filter((each) => each.result().state === 'failed')
    .map(({ name }) => /\d\d/.exec(name)?.[0] ?? name);
  await vitest.close();
  return { broken, ran: all.length };
};

const row = (...cells: readonly string[]) => console.info(`| ${cells.join(' | ')} |`);

const clean = await brokenBy(undefined);
row('不变量', '改动', '查出来的', '别的也坏了');
row('---', '---', '---', '---');
row('（原样）', '—', clean.broken.length === 0 ? `${clean.ran} 项都通过` : clean.broken.join(' '), '—');
let isGood = clean.broken.length === 0 && clean.ran > 0;
for (const mutant of mutants) {
  const { broken } = await brokenBy(mutant);
  const others = broken.filter((each) => each !== mutant.breaks);
  row(
    mutant.breaks,
    mutant.what,
    broken.includes(mutant.breaks) ? `不变量 ${mutant.breaks}` : '没有',
    others.join(' ') || '没有',
  );
  isGood &&= broken.includes(mutant.breaks) && others.length === 0;
}
process.exitCode = isGood ? 0 : 1;
