import type { Polygon } from './contract.ts';
import { doSidesMeet, isOnSide, placeInRing, type Ring, sidesOf } from './ring.ts';

const ringProblem = (ring: Ring): string | undefined => {
  if (ring.length < 4) return '边界至少要有三个不同的点，并回到起点';
  const isOnEarth = ring.every(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90);
  if (!isOnEarth) return '边界里有不合法的经纬度';
  const [first, last] = [ring[0], ring[ring.length - 1]];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return '边界没有闭合：最后一点必须等于第一点';
  const sides = sidesOf(ring);
  if (sides.some(([a, b]) => a[0] === b[0] && a[1] === b[1])) return '边界里有重复的相邻点';
  for (const [i, side] of sides.entries()) {
    for (const [j, other] of sides.entries()) {
      if (j <= i) continue;
      const isNext = j === i + 1;
      if (isNext || (i === 0 && j === sides.length - 1)) {
        // Neighbours share one corner; they must not fold back onto each other.
        const [before, after] = isNext ? [side, other] : [other, side];
        if (isOnSide(after[1], before) || isOnSide(before[0], after)) return '边界自相交';
      } else if (doSidesMeet(side, other)) return '边界自相交';
    }
  }
  return undefined;
};

const doRingsMeet = (a: Ring, b: Ring): boolean =>
  sidesOf(a).some((side) => sidesOf(b).some((other) => doSidesMeet(side, other)));

/** For rings that do not meet: then one corner tells for all. */
const isWithin = (inner: Ring, around: Ring): boolean =>
  inner[0] !== undefined && placeInRing(inner[0], around) === 'inside';

/**
 * What is wrong with a boundary, as a sentence for who drew it, or undefined: rings closed, at least four positions, on earth,
 * not meeting themselves; holes inside the outer ring, apart from it and from each other.
 */
export const polygonProblem = (polygon: Polygon): string | undefined => {
  const [outer, ...holes] = polygon.coordinates;
  if (!outer) return '缺少边界';
  for (const ring of [outer, ...holes]) {
    const problem = ringProblem(ring);
    if (problem) return problem;
  }
  for (const [i, hole] of holes.entries()) {
    if (hole.some((corner) => placeInRing(corner, outer) !== 'inside')) return '空洞必须在外边界之内';
    if (doRingsMeet(hole, outer)) return '空洞不能碰到外边界';
    const isApart = holes
      .slice(0, i)
      .every((other) => !doRingsMeet(hole, other) && !isWithin(hole, other) && !isWithin(other, hole));
    if (!isApart) return '空洞之间不能相交';
  }
  return undefined;
};
