import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { squareOf, squarePicture } from './square.ts';

const zoom = 3;

/** What a camera sees of the drawing. */
const seen = (text: string) => {
  const { side, path } = squareOf(text);
  const width = side * zoom;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * zoom; row < (Number(y) + 1) * zoom; row += 1) {
      const from = row * width + Number(x) * zoom;
      data.fill(0, from * 4, (from + Number(length) * zoom) * 4);
    }
  }
  return { width, height: width, data };
};

test.each([
  'ord_xfl_01k9z6m3v2f8w4c7h5t1n0bqar',
  'https://cards.example.cn/#/volunteer/verify/index?code=3f8w4c7h5t1n',
  '领取码',
])('相机读回来还是那些字：%s', (text) => {
  expect(decodeQR(seen(text))).toBe(text);
});

test('一笔订单的方块不大，四周留白', () => {
  const id = 'ord_xfl_01k9z6m3v2f8w4c7h5t1n0bqar';
  expect(squareOf(id).side).toBe(29 + 2 * 4);
  expect(squarePicture(id).length).toBeLessThan(6000);
});
