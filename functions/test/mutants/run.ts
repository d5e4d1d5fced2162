import { type Mutant, mutants } from './list.ts';
import { failuresOf, row } from './mutated.ts';

const tests = 'functions/src/points/invariants.test.ts';

/** The numbers of the promises that a run breaks. */
const brokenBy = async (mutant: Mutant | undefined): Promise<{ broken: string[]; ran: number }> => {
  const { failed, ran } = await failuresOf(tests, mutant?.edits ?? []);
  return { broken: failed.map((name) => /\d\d/.exec(name)?.[0] ?? name), ran };
};

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
