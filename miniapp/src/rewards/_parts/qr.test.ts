import { expect, test } from 'vitest';
import { mendingOf, qrOf, qrPicture } from './qr.ts';

test('补救的字节和标准里的例子一样', () => {
  const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
  expect(mendingOf(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
});

/** Reads the square as a scanner does once it has found it: unmasked, by the same way up and down, format and data. */
const read = (rows: readonly (readonly boolean[])[]): string => {
  const side = rows.length;
  const isData = (y: number, x: number) => {
    const isEye = (y < 9 && x < 9) || (y < 9 && x > side - 9) || (y > side - 9 && x < 9);
    return !isEye && y !== 6 && x !== 6 && !(Math.abs(y - 26) <= 2 && Math.abs(x - 26) <= 2);
  };
  const bits: number[] = [];
  let isUp = true;
  for (const right of [32, 30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 5, 3, 1]) {
    for (let step = 0; step < side; step += 1) {
      const y = isUp ? side - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (isData(y, x)) bits.push(Number((rows[y]?.[x] ?? false) !== ((y + x) % 2 === 0)));
      }
    }
    isUp = !isUp;
  }
  const number = (from: number, count: number) => bits.slice(from, from + count).reduce((sum, bit) => sum * 2 + bit, 0);
  const length = number(4, 8);
  return String.fromCharCode(...Array.from({ length }, (_, at) => number(12 + 8 * at, 8)));
};

test('读回来还是那个编号；格式、定位、太长的都对', () => {
  const id = 'ord_xfl_01k9z6m3v2f8w4c7h5t1n0bqar';
  const rows = qrOf(id);
  expect(read(rows)).toBe(id);
  expect(rows[8]?.slice(0, 6).map(Number)).toEqual([1, 1, 1, 0, 1, 1]);
  expect([rows[0]?.slice(0, 8), rows[26]?.[26], rows[25]?.[8]].flat().map(Number)).toEqual([
    ...[1, 1, 1, 1, 1, 1, 1, 0],
    ...[1, 1],
  ]);
  expect(read(qrOf('x'.repeat(78)))).toBe('x'.repeat(78));
  expect(() => qrOf('x'.repeat(79))).toThrow(RangeError);
  expect(() => qrOf('码')).toThrow(RangeError);
  expect(qrPicture(id).length).toBeLessThan(6000);
});
