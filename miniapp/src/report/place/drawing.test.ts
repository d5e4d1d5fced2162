import type { Polygon } from '@suishoupai/shared/places/contract';
import { distanceMeters, pointInPolygon } from '@suishoupai/shared/places/geo';
import { expect, test } from 'vitest';
import { frameOf, maskOf, pointIn } from './drawing.ts';

const polygon = (...corners: [number, number][]): Polygon => ({
  type: 'Polygon',
  coordinates: [[...corners, ...corners.slice(0, 1)]],
});
const community = polygon([121.41, 31.21], [121.42, 31.21], [121.42, 31.22], [121.41, 31.22]);
const size = { width: 300, maxHeight: 420 };

test('点在图上的地方换成经纬度，再换回来还是那里', () => {
  const { pointOf, spotOf } = frameOf(community, size);
  const { x, y } = spotOf(pointOf({ x: 120, y: 87 }));
  expect([x, y]).toEqual([expect.closeTo(120, 6), expect.closeTo(87, 6)]);
});

test('东西与南北一个比例：一像素都是同样多的米', () => {
  const { pointOf } = frameOf(community, size);
  const east = distanceMeters(pointOf({ x: 100, y: 100 }), pointOf({ x: 200, y: 100 }));
  const south = distanceMeters(pointOf({ x: 100, y: 100 }), pointOf({ x: 100, y: 200 }));
  expect(east / south).toBeCloseTo(1, 3);
});

test.each([
  ['宽的', polygon([121.41, 31.21], [121.45, 31.21], [121.45, 31.215], [121.41, 31.215])],
  ['高的', polygon([121.41, 31.21], [121.412, 31.21], [121.412, 31.25], [121.41, 31.25])],
])('%s社区整个在图里', (_, boundary) => {
  const { spotOf, width, height } = frameOf(boundary, size);
  const spots = boundary.coordinates.flat().map(spotOf);
  expect(height).toBeLessThanOrEqual(size.maxHeight + 0.001);
  expect(spots.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true);
});

test('图形里没有会截断样式的字符', () => {
  const mask = maskOf(frameOf(community, size), [community], 1.5);
  expect(mask).toMatch(/^url\("data:image\/svg\+xml,[^"#<>;]+"\)$/);
});

test('网格的代表点一定在网格里，哪怕它是个弯', () => {
  const crescent = polygon([0, 0], [4, 0], [4, 4], [3, 4], [3, 1], [1, 1], [1, 4], [0, 4]);
  expect(pointInPolygon(pointIn(crescent), crescent)).toBe(true);
});
