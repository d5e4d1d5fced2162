import { expect, test } from 'vitest';
import { certificateSquare, codeScanned } from './certificate-square.ts';

test('证明上的方块里有编号，扫出来就能查；别的码不认', () => {
  expect(certificateSquare('7k2m9qrt44wz')).toContain('7K2M-9QRT-44WZ');
  expect(codeScanned(certificateSquare('7k2m9qrt44wz'))).toBe('7k2m9qrt44wz');
  expect(codeScanned('ord_xfl_01k9z6m3v2f8w4c7h5t1n0bqar')).toBeUndefined();
});
