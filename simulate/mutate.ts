import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { mutants } from './mutants.ts';

// Imported before everything else (`node --import`): the mistake that the environment names is made in the file as it is read.
const mutant = mutants.find(({ name }) => name === process.env['MUTANT']);
if (mutant === undefined) throw new Error(`no mutant ${process.env['MUTANT']}`);
const url = new URL(`../${mutant.file}`, import.meta.url).href;

registerHooks({
  load: (asked, context, next) => {
    if (asked !== url) return next(asked, context);
    const source = readFileSync(fileURLToPath(url), 'utf8').replace(mutant.find, () => mutant.put);
    return { format: 'module-typescript', source, shortCircuit: true };
  },
});
