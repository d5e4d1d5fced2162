import { expect, test } from 'vitest';
import { addressOf } from './drawing.ts';

test.each(['', '<', '<s', '<sv', '<svg viewBox="0 0 37 37"/>~'])('和标准的 base64 一样：%s', (svg) => {
  expect(addressOf(svg)).toBe(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
});
