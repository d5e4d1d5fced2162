import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { guards } from './guards.ts';
import { mutants } from './list.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

test.each(mutants)('$breaks $what：要换的那几处都还在，只有一处', ({ edits }) => {
  const counts = edits.map(({ file, find }) => readFileSync(root + file, 'utf8').split(find).length - 1);
  expect(counts).toEqual(edits.map(() => 1));
});

test.each(guards)('$what：要去掉的那一处还在，只有一处', ({ file, find }) => {
  expect(readFileSync(root + file, 'utf8').split(find)).toHaveLength(2);
});
