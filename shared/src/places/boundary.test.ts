import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { polygonProblem } from './boundary.ts';
import type { Polygon } from './contract.ts';

fc.configureGlobal({ seed: 20260617 });

type Ring = Polygon['coordinates'][number];
const problem = (...coordinates: Ring[]) => polygonProblem({ type: 'Polygon', coordinates });
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

describe('边界检查', () => {
  test.each<[string, Ring[], string | undefined]>([
    ['方块', [box(0, 0, 1, 1)], undefined],
    ['反向的方块', [[...box(0, 0, 1, 1)].reverse()], undefined],
    ['带一个洞', [box(0, 0, 9, 9), box(2, 2, 3, 3)], undefined],
    ['带两个洞', [box(0, 0, 9, 9), box(2, 2, 3, 3), box(5, 5, 6, 6)], undefined],
    ['直边上多一个点', [[[0, 0], [1, 0], [2, 0], [2, 2], [0, 0]]], undefined], // biome-ignore format: one line
    ['空', [], '缺少边界'],
    ['三个位置', [[[0, 0], [1, 0], [0, 0]]], '边界至少要有三个不同的点，并回到起点'], // biome-ignore format: one line
    ['不闭合', [box(0, 0, 1, 1).slice(0, 4)], '边界没有闭合：最后一点必须等于第一点'],
    ['纬度过大', [box(0, 0, 1, 91)], '边界里有不合法的经纬度'],
    ['不是数', [box(0, 0, Number.NaN, 1)], '边界里有不合法的经纬度'],
    ['无穷', [box(0, 0, Number.POSITIVE_INFINITY, 1)], '边界里有不合法的经纬度'],
    ['重复点', [[[0, 0], [1, 0], [1, 0], [1, 1], [0, 0]]], '边界里有重复的相邻点'], // biome-ignore format: one line
    ['蝴蝶结', [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]], '边界自相交'], // biome-ignore format: one line
    ['折回的刺', [[[0, 0], [3, 0], [1, 0], [1, 1], [0, 0]]], '边界自相交'], // biome-ignore format: one line
    ['没有面积', [[[0, 0], [1, 1], [2, 2], [0, 0]]], '边界自相交'], // biome-ignore format: one line
    ['角碰到自己的边', [[[0, 0], [4, 0], [4, 4], [2, 0], [0, 4], [0, 0]]], '边界自相交'], // biome-ignore format: one line
    ['洞在外面', [box(0, 0, 1, 1), box(2, 2, 3, 3)], '空洞必须在外边界之内'],
    ['洞伸出去', [box(0, 0, 4, 4), box(3, 3, 5, 5)], '空洞必须在外边界之内'],
    ['洞碰到外边', [box(0, 0, 4, 4), box(0, 1, 2, 2)], '空洞必须在外边界之内'],
    ['洞相交', [box(0, 0, 9, 9), box(1, 1, 4, 4), box(3, 3, 6, 6)], '空洞之间不能相交'],
    ['洞里有洞', [box(0, 0, 9, 9), box(1, 1, 6, 6), box(2, 2, 3, 3)], '空洞之间不能相交'],
    ['洞外有洞', [box(0, 0, 9, 9), box(2, 2, 3, 3), box(1, 1, 6, 6)], '空洞之间不能相交'],
    ['洞不闭合', [box(0, 0, 9, 9), box(2, 2, 3, 3).slice(0, 4)], '边界没有闭合：最后一点必须等于第一点'],
  ])('%s', (_, rings, expected) => {
    expect(problem(...rings)).toBe(expected);
  });

  test('洞的角都在凹形之内，边却穿出去', () => {
    const notch: Ring = [[0, 0], [9, 0], [9, 9], [4, 3], [0, 9], [0, 0]]; // biome-ignore format: one line
    const across: Ring = [[1, 1], [8, 1], [8, 5], [1, 5], [1, 1]]; // biome-ignore format: one line
    expect(problem(notch, across)).toBe('空洞不能碰到外边界');
  });

  test('绕一圈的任意多角形没有问题，正反都一样', () => {
    const corner = fc.record({
      step: fc.double({ min: 0.6, max: 1, noNaN: true }),
      radius: fc.double({ min: 0.5, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(corner, { minLength: 5, maxLength: 12 }), (corners) => {
        const whole = corners.reduce((sum, { step }) => sum + step, 0);
        let turned = 0;
        const open = corners.map(({ step, radius }): Ring[number] => {
          turned += (step / whole) * Math.PI * 2;
          return [116 + radius * Math.cos(turned), 39 + radius * Math.sin(turned)];
        });
        const closed = [...open, ...open.slice(0, 1)];
        expect(problem(closed)).toBeUndefined();
        expect(problem([...closed].reverse())).toBeUndefined();
      }),
    );
  });
});
