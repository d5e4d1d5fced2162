import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { mutants } from './list.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test.each(mutants)('$breaks $what：要换的那几处都还在，只有一处', ({ edits }) => {
  const counts = edits.map(({ file, find }) => readFileSync(root + file, 'utf8').split(find).length - 1);
  expect(counts).toEqual(edits.map(() => 1));
});
