import type { Point, Polygon } from './contract.ts';
import { cross, type LngLat, placeInRing, type Ring, sidesOf } from './ring.ts';

/** Whether a point lies in a GeoJSON polygon: edges, also those of holes, count as inside. Both in the same datum. */
export const pointInPolygon = (point: LngLat, polygon: Polygon): boolean => {
  const [outer = [], ...holes] = polygon.coordinates;
  const place = placeInRing(point, outer);
  if (place !== 'inside') return place === 'edge';
  return holes.every((hole) => placeInRing(point, hole) !== 'inside');
};

/** Twice the signed area and the area-weighted sums of a ring, about its own first corner so that no digits are lost. */
const moments = (ring: Ring) => {
  const [origin = [0, 0] as const] = ring;
  let area = 0;
  let lng = 0;
  let lat = 0;
  for (const [a, b] of sidesOf(ring)) {
    const part = cross(origin, a, b);
    area += part;
    lng += (part * (origin[0] + a[0] + b[0])) / 3;
    lat += (part * (origin[1] + a[1] + b[1])) / 3;
  }
  const sign = area < 0 ? -1 : 1;
  return { area: area * sign, lng: lng * sign, lat: lat * sign };
};

/**
 * The centre of a polygon by area, holes left out: the public position of all that lies in it. Of a polygon without area,
 * the mean of its corners. The centre of a crescent may lie outside it.
 */
export const centroid = (polygon: Polygon): LngLat => {
  const [outer = [], ...holes] = polygon.coordinates;
  const whole = moments(outer);
  for (const hole of holes.map(moments)) {
    whole.area -= hole.area;
    whole.lng -= hole.lng;
    whole.lat -= hole.lat;
  }
  if (whole.area > 0) return [whole.lng / whole.area, whole.lat / whole.area];
  const corners = outer.slice(0, -1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
};

const earthRadiusM = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points along the surface of a round earth (haversine): within 0.5 % of the true one. */
export const distanceMeters = (a: LngLat, b: LngLat): number => {
  const dLat = Math.sin(radians(b[1] - a[1]) / 2);
  const dLng = Math.sin(radians(b[0] - a[0]) / 2);
  const h = dLat * dLat + Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * dLng * dLng;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
};

/** Semi-major axis in metres and squared eccentricity of the Krasovsky 1940 ellipsoid, on which GCJ-02 is defined. */
const axisM = 6_378_245;
const eccentricity2 = 0.006693421622965943;

/** The box outside which maps do not shift. */
const isInChina = ([lng, lat]: LngLat): boolean => lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;

const wave = (x: number, ...terms: (readonly [amplitude: number, wavelength: number])[]): number =>
  terms.reduce((sum, [amplitude, wavelength]) => sum + amplitude * Math.sin((x * Math.PI * 2) / wavelength), 0);

/** How far GCJ-02 shifts a WGS-84 point, in degrees. */
const shift = ([lng, lat]: LngLat): LngLat => {
  const x = lng - 105;
  const y = lat - 35;
  const short = wave(x, [20 / 1.5, 1 / 3], [20 / 1.5, 1]);
  const root = Math.sqrt(Math.abs(x));
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    short +
    wave(x, [20 / 1.5, 2], [40 / 1.5, 6], [150 / 1.5, 24], [300 / 1.5, 60]);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    short +
    wave(y, [20 / 1.5, 2], [40 / 1.5, 6], [160 / 1.5, 24], [320 / 1.5, 60]);
  const magic = 1 - eccentricity2 * Math.sin(radians(lat)) ** 2;
  const metresPerRadianNorth = (axisM * (1 - eccentricity2)) / (magic * Math.sqrt(magic));
  const metresPerRadianEast = (axisM / Math.sqrt(magic)) * Math.cos(radians(lat));
  return [(east / metresPerRadianEast) * (180 / Math.PI), (north / metresPerRadianNorth) * (180 / Math.PI)];
};

/** GPS to Chinese map by the published approximation of GCJ-02; unchanged outside China's box. */
export const wgs84ToGcj02 = (point: LngLat): LngLat => {
  if (!isInChina(point)) return point;
  const [lng, lat] = shift(point);
  return [point[0] + lng, point[1] + lat];
};

/** Chinese map to GPS: the inverse by iteration, to a millimetre within China. */
export const gcj02ToWgs84 = (point: LngLat): LngLat => {
  if (!isInChina(point)) return point;
  let [lng, lat] = point;
  // The shift changes by a thousandth from place to place, so each round wins about three digits.
  for (let round = 0; round < 6; round += 1) {
    const [dLng, dLat] = shift([lng, lat]);
    lng = point[0] - dLng;
    lat = point[1] - dLat;
  }
  return [lng, lat];
};

/** The same place in the datum that boundaries are kept in. */
export const toGcj02 = (point: Point): Point => {
  if (point.datum === 'gcj02') return point;
  const [lng, lat] = wgs84ToGcj02([point.lng, point.lat]);
  return { lng, lat, datum: 'gcj02' };
};

const geohashAlphabet = '0123456789bcdefghjkmnpqrstuvwxyz';
const bitsOf = (precision: number) => ({ lng: Math.ceil(2.5 * precision), lat: Math.floor(2.5 * precision) });

/** Which of 2^bits equal slices of [-reach, reach] a value is in, by halving, exactly as geohash does. */
const slice = (value: number, reach: number, bits: number): number => {
  let low = -reach;
  let high = reach;
  let index = 0;
  for (let bit = 0; bit < bits; bit += 1) {
    const middle = (low + high) / 2;
    const isUpper = value >= middle;
    index = index * 2 + (isUpper ? 1 : 0);
    if (isUpper) low = middle;
    else high = middle;
  }
  return index;
};

const cellName = (lngSlice: number, latSlice: number, precision: number): string => {
  let { lng, lat } = bitsOf(precision);
  let name = '';
  for (let letter = 0, isLng = true; letter < precision; letter += 1) {
    let value = 0;
    for (let bit = 0; bit < 5; bit += 1, isLng = !isLng) {
      const next = isLng ? (lngSlice >> --lng) & 1 : (latSlice >> --lat) & 1;
      value = value * 2 + next;
    }
    name += geohashAlphabet[value];
  }
  return name;
};

/** The geohash cell a point lies in; `precision` letters, 1 to 12. Six letters are about 1.2 km × 0.6 km. */
export const geohash = ([lng, lat]: LngLat, precision: number): string => {
  const bits = bitsOf(precision);
  return cellName(slice(lng, 180, bits.lng), slice(lat, 90, bits.lat), precision);
};

const cellPrecision = 6;
/** A bounding box of more cells (about 1 500 km²) is no community. */
const maxCells = 2000;

/**
 * The geohash-6 cells of a polygon's bounding box, so that every point in it is in one of them. Throws RangeError for a box
 * of more than 2000 cells.
 */
export const cellsOf = (polygon: Polygon): string[] => {
  const corners = polygon.coordinates[0] ?? [];
  const bits = bitsOf(cellPrecision);
  const lngs = corners.map(([lng]) => slice(lng, 180, bits.lng));
  const lats = corners.map(([, lat]) => slice(lat, 90, bits.lat));
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  if ((east - west + 1) * (north - south + 1) > maxCells)
    throw new RangeError('the polygon is too large for a community');
  const cells: string[] = [];
  for (let lat = south; lat <= north; lat += 1) {
    for (let lng = west; lng <= east; lng += 1) cells.push(cellName(lng, lat, cellPrecision));
  }
  return cells;
};
