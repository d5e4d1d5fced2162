import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Polygon } from './contract.ts';
import {
  cellsOf,
  centroid,
  distanceMeters,
  gcj02ToWgs84,
  geohash,
  pointInPolygon,
  toGcj02,
  wgs84ToGcj02,
} from './geo.ts';

fc.configureGlobal({ seed: 20260617 });

type Ring = Polygon['coordinates'][number];
const polygon = (...coordinates: Ring[]): Polygon => ({ type: 'Polygon', coordinates });
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Well inside China, where the shift has no edge. */
const inChina = fc.tuple(degrees(75, 134), degrees(5, 53));

describe('点在多边形内', () => {
  const ring = polygon(box(0, 0, 10, 10), box(4, 4, 6, 6));
  const notch = polygon([
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 1],
    [0, 4],
    [0, 0],
  ]);

  test.each([
    [[1, 1], true],
    [[5, 5], false], // in the hole
    [[4, 5], true], // on the edge of the hole
    [[0, 5], true],
    [[10, 10], true],
    [[10.000001, 5], false],
    [[-1, 0], false], // in line with a side
    [[11, 10], false],
  ] as const)('带洞的方块：%j %s', (point, expected) => {
    expect(pointInPolygon(point, ring)).toBe(expected);
  });

  test.each([
    [[2, 2], false], // in the notch
    [[2, 1], true],
    [[2, 0.5], true],
    [[0.5, 2], true],
    [[-1, 1], false], // its ray meets a corner
    [[-1, 4], false],
  ] as const)('凹形：%j %s', (point, expected) => {
    expect(pointInPolygon(point, notch)).toBe(expected);
  });

  test('边上任何一点都算在内', () => {
    fc.assert(
      fc.property(degrees(0, 1), fc.integer({ min: 0, max: 3 }), (along, side) => {
        const [a, b] = box(116.38, 39.9, 116.39, 39.91).slice(side, side + 2) as [Ring[0], Ring[0]];
        const point = [a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])] as const;
        expect(pointInPolygon(point, polygon(box(116.38, 39.9, 116.39, 39.91)))).toBe(true);
      }),
    );
  });

  test('与方块的定义一致，起点和方向不影响结果', () => {
    fc.assert(
      fc.property(degrees(-1, 2), degrees(-1, 2), fc.integer({ min: 0, max: 3 }), (lng, lat, turn) => {
        const open = box(0, 0, 1, 1).slice(0, 4);
        const turned = [...open.slice(turn), ...open.slice(0, turn)];
        const closed = [...turned, ...turned.slice(0, 1)];
        const expected = lng >= -1e-9 && lng <= 1 + 1e-9 && lat >= -1e-9 && lat <= 1 + 1e-9;
        expect(pointInPolygon([lng, lat], polygon(closed))).toBe(expected);
        expect(pointInPolygon([lng, lat], polygon([...closed].reverse()))).toBe(expected);
      }),
    );
  });
});

describe('中心', () => {
  test.each([
    ['方块', polygon(box(0, 0, 4, 2)), [2, 1]],
    ['反向的方块', polygon([...box(0, 0, 4, 2)].reverse()), [2, 1]],
    ['三角', polygon([[0, 0], [3, 0], [0, 3], [0, 0]]), [1, 1]], // biome-ignore format: one line
    ['边上多一点的方块', polygon([[0, 0], [1, 0], [4, 0], [4, 2], [0, 2], [0, 0]]), [2, 1]], // biome-ignore format: one line
    ['没有面积', polygon([[0, 0], [2, 2], [4, 4], [0, 0]]), [2, 2]], // biome-ignore format: one line
  ] as const)('%s', (_, shape, [lng, lat]) => {
    const [x, y] = centroid(shape);
    expect(x).toBeCloseTo(lng, 9);
    expect(y).toBeCloseTo(lat, 9);
  });

  test('空洞把中心推向另一边', () => {
    const [x, y] = centroid(polygon(box(0, 0, 4, 4), box(2, 1, 3, 3)));
    expect(x).toBeCloseTo((16 * 2 - 2 * 2.5) / 14, 9);
    expect(y).toBeCloseTo(2, 9);
  });

  test('小区大小的方块，中心准到毫米', () => {
    fc.assert(
      fc.property(inChina, ([lng, lat]) => {
        const [x, y] = centroid(polygon(box(lng, lat, lng + 0.002, lat + 0.001)));
        expect(distanceMeters([x, y], [lng + 0.001, lat + 0.0005])).toBeLessThan(0.001);
      }),
    );
  });
});

describe('坐标系', () => {
  test.each([
    [
      [121.5272106, 31.1774276],
      [121.531541859215, 31.17530398364597],
    ],
    [
      [113.912316, 22.543847],
      [113.9171764808363, 22.540796131694766],
    ],
    [
      [116.377817, 39.911954],
      [116.38404722455657, 39.91334545536069],
    ],
  ] as const)('已知的 %j → %j', (wgs, gcj) => {
    expect(distanceMeters(wgs84ToGcj02(wgs), gcj)).toBeLessThan(0.01);
    expect(distanceMeters(gcj02ToWgs84(gcj), wgs)).toBeLessThan(0.01);
  });

  test.each([[[-0.1278, 51.5074]], [[139.6917, 35.6895]], [[121, 60]], [[0, 0]]] as const)(
    '中国以外 %j 不变',
    (point) => {
      expect(wgs84ToGcj02(point)).toEqual(point);
      expect(gcj02ToWgs84(point)).toEqual(point);
    },
  );

  test('来回换算不差一毫米，偏移不超过一公里多', () => {
    fc.assert(
      fc.property(inChina, (wgs) => {
        const gcj = wgs84ToGcj02(wgs);
        expect(distanceMeters(gcj02ToWgs84(gcj), wgs)).toBeLessThan(0.001);
        expect(distanceMeters(gcj, wgs)).toBeLessThan(1500);
      }),
    );
  });

  test('toGcj02 只换算需要换算的', () => {
    const gcj = { lng: 116.384, lat: 39.9133, datum: 'gcj02' } as const;
    expect(toGcj02(gcj)).toEqual(gcj);
    expect(toGcj02({ lng: 116.377817, lat: 39.911954, datum: 'wgs84' })).toEqual({
      lng: expect.closeTo(116.38404722, 7),
      lat: expect.closeTo(39.91334546, 7),
      datum: 'gcj02',
    });
  });
});

describe('距离', () => {
  test.each([
    ['赤道上一度', [0, 0], [1, 0], 111_195],
    ['经线上一度', [116, 39], [116, 40], 111_195],
    ['北京到上海', [116.4074, 39.9042], [121.4737, 31.2304], 1_067_310],
    ['同一点', [116, 39], [116, 39], 0],
    ['对跖点', [0, 0], [180, 0], 20_015_115],
  ] as const)('%s', (_, a, b, metres) => {
    expect(Math.abs(distanceMeters(a, b) - metres)).toBeLessThanOrEqual(metres * 1e-4);
  });

  test('对称，不为负', () => {
    fc.assert(
      fc.property(inChina, inChina, (a, b) => {
        expect(distanceMeters(a, b)).toBeGreaterThanOrEqual(0);
        expect(distanceMeters(a, b)).toBeCloseTo(distanceMeters(b, a), 6);
      }),
    );
  });
});

describe('geohash', () => {
  test.each([
    [[10.40744, 57.64911], 11, 'u4pruydqqvj'],
    [[-5.6, 42.6], 5, 'ezs42'],
    [[116.3906, 39.92324], 8, 'wx4g0ec1'],
    [[0, 0], 6, 's00000'],
    [[180, 90], 12, 'zzzzzzzzzzzz'],
    [[-180, -90], 6, '000000'],
  ] as const)('%j 取 %i 位是 %s', (point, precision, name) => {
    expect(geohash(point, precision)).toBe(name);
  });

  test('短的是长的前缀', () => {
    fc.assert(
      fc.property(degrees(-180, 180), degrees(-90, 90), fc.integer({ min: 1, max: 12 }), (lng, lat, precision) => {
        expect(geohash([lng, lat], 12).slice(0, precision)).toBe(geohash([lng, lat], precision));
      }),
    );
  });

  test('多边形里的每个点都在它的格子里，格子不重复', () => {
    fc.assert(
      fc.property(
        inChina,
        degrees(0, 0.03),
        degrees(0, 0.03),
        degrees(0, 1),
        degrees(0, 1),
        ([west, south], width, height, x, y) => {
          const cells = cellsOf(polygon(box(west, south, west + width, south + height)));
          const point = [
            Math.min(west + x * width, west + width),
            Math.min(south + y * height, south + height),
          ] as const;
          expect(cells).toContain(geohash(point, 6));
          expect(new Set(cells).size).toBe(cells.length);
          expect(cells.length).toBeLessThanOrEqual(28);
        },
      ),
    );
  });

  test('一公里见方的社区只有几个格子', () => {
    expect(cellsOf(polygon(box(116.38, 39.91, 116.39, 39.919)))).toEqual([
      'wx4g03',
      'wx4g09',
      'wx4g06',
      'wx4g0d',
      'wx4g07',
      'wx4g0e',
    ]);
  });

  test('不是社区的大小就拒绝', () => {
    expect(() => cellsOf(polygon(box(100, 30, 110, 40)))).toThrow(RangeError);
  });
});
