import { expect, test } from 'vitest';
import { rolesToSign } from './signing.ts';

test.each([
  [{ number: 2, isIntact: true }, ['recorder']],
  [{ number: 1, isIntact: true }, []],
  [{ number: 2, isIntact: false }, []],
])('只签最新的、没被改过的一版，只有自己能签的位子 %#', (version, expected) => {
  expect(rolesToSign({ maySign: ['recorder'], versions: 2 }, version)).toEqual(expected);
  expect(rolesToSign({ maySign: [], versions: 2 }, version)).toEqual([]);
});
