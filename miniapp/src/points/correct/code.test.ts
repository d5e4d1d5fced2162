import { expect, test } from 'vitest';
import { codeFrom } from './code.ts';

test.each([
  ['3f9k-0a1b-2c3d', '3F9K-0A1B-2C3D'],
  ['3f9k 0a1b 2c3d', '3F9K-0A1B-2C3D'],
  ['3F9KOAIB2C3D', '3F9K-0A1B-2C3D'],
  ['3F9K-0A1B', undefined],
  ['', undefined],
])('%s 是 %s', (typed, code) => {
  expect(codeFrom(typed)).toBe(code);
});
