/** [lng, lat] in degrees, the order of GeoJSON. */
export type LngLat = readonly [lng: number, lat: number];

/** A closed line: the last corner is the first again. */
export type Ring = readonly LngLat[];
export type Side = readonly [LngLat, LngLat];

/** About a tenth of a millimetre in degrees: nearer to an edge is on it. */
const onEdge = 1e-9;

/** Twice the signed area of the triangle a b c: positive when c lies to the left of a→b. */
export const cross = (a: LngLat, b: LngLat, c: LngLat): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

export const sidesOf = (ring: Ring): Side[] =>
  ring.slice(1).flatMap((end, i) => {
    const start = ring[i];
    return start ? [[start, end] as const] : [];
  });

/** Whether a point lies on a side, to a tenth of a millimetre. */
export const isOnSide = (p: LngLat, [a, b]: Side): boolean => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length === 0) return Math.hypot(p[0] - a[0], p[1] - a[1]) <= onEdge;
  if (Math.abs(cross(a, b, p)) > onEdge * length) return false;
  const along = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length;
  return along >= -onEdge && along <= length + onEdge;
};

/** Where a point lies to a ring, in whichever direction the ring runs. */
export const placeInRing = (p: LngLat, ring: Ring): 'inside' | 'edge' | 'outside' => {
  let isInside = false;
  for (const side of sidesOf(ring)) {
    if (isOnSide(p, side)) return 'edge';
    const [a, b] = side;
    // Half-open in latitude, so that a ray through a corner counts it once.
    const crosses = a[1] > p[1] !== b[1] > p[1];
    if (crosses && p[0] < a[0] + ((p[1] - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) isInside = !isInside;
  }
  return isInside ? 'inside' : 'outside';
};

/** Whether two sides share any point, touching counted. */
export const doSidesMeet = ([a, b]: Side, [c, d]: Side): boolean => {
  const isCrossing = cross(a, b, c) > 0 !== cross(a, b, d) > 0 && cross(c, d, a) > 0 !== cross(c, d, b) > 0;
  return isCrossing || isOnSide(c, [a, b]) || isOnSide(d, [a, b]) || isOnSide(a, [c, d]) || isOnSide(b, [c, d]);
};
