import type { Polygon } from '@suishoupai/shared/places/contract';
import { centroid, pointInPolygon } from '@suishoupai/shared/places/geo';
import type { LngLat } from '@suishoupai/shared/places/ring';

export type Spot = { x: number; y: number };

/** A flat picture of a small piece of the earth: north above, both directions at one scale. */
export type Frame = {
  width: number;
  height: number;
  spotOf: (point: LngLat) => Spot;
  pointOf: (spot: Spot) => LngLat;
};

type Box = { west: number; east: number; south: number; north: number };

const boxOf = (polygon: Polygon): Box => {
  const corners = polygon.coordinates[0] ?? [];
  const lngs = corners.map(([lng]) => lng);
  const lats = corners.map(([, lat]) => lat);
  return { west: Math.min(...lngs), east: Math.max(...lngs), south: Math.min(...lats), north: Math.max(...lats) };
};

const margin = 12;

/** The frame of a boundary, `width` wide and at most `maxHeight` high, in pixels. */
export const frameOf = (boundary: Polygon, { width, maxHeight }: { width: number; maxHeight: number }): Frame => {
  const { west, east, south, north } = boxOf(boundary);
  // A degree of longitude shrinks towards the poles.
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min((width - 2 * margin) / ((east - west) * squeeze), (maxHeight - 2 * margin) / (north - south));
  const height = (north - south) * scale + 2 * margin;
  const left = (width - (east - west) * squeeze * scale) / 2;
  return {
    width,
    height,
    spotOf: ([lng, lat]) => ({ x: left + (lng - west) * squeeze * scale, y: margin + (north - lat) * scale }),
    pointOf: ({ x, y }) => [west + (x - left) / (squeeze * scale), north - (y - margin) / scale],
  };
};

const pathOf = ({ spotOf }: Frame, polygon: Polygon): string =>
  polygon.coordinates
    .map((ring) => {
      const spots = ring.slice(0, -1).map((corner) => {
        const { x, y } = spotOf(corner);
        return `${x.toFixed(1)} ${y.toFixed(1)}`;
      });
      return `M${spots.join('L')}Z`;
    })
    .join('');

/**
 * The shapes as a CSS mask: what it lets through takes the colour of its element, so that light and dark need no second picture.
 * An absent `lineWidth` fills them.
 */
export const maskOf = (frame: Frame, polygons: readonly Polygon[], lineWidth?: number): string => {
  const paint = lineWidth === undefined ? "fill='%23000'" : `fill='none' stroke='%23000' stroke-width='${lineWidth}'`;
  const size = `width='${frame.width}' height='${frame.height.toFixed(1)}'`;
  const path = polygons.map((polygon) => pathOf(frame, polygon)).join('');
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' ${size}%3E%3Cpath ${paint} fill-rule='evenodd' stroke-linejoin='round' d='${path}'/%3E%3C/svg%3E`;
  return `url("data:image/svg+xml,${svg}")`;
};

const fineness = 24;

/** A point surely inside: the centre, or where that lies in a bay or a hole, the inner point nearest to it. */
export const pointIn = (polygon: Polygon): LngLat => {
  const centre = centroid(polygon);
  if (pointInPolygon(centre, polygon)) return centre;
  const { west, east, south, north } = boxOf(polygon);
  const at = (low: number, high: number, step: number) => low + ((step + 0.5) / fineness) * (high - low);
  const distance = (point: LngLat) => Math.hypot(point[0] - centre[0], point[1] - centre[1]);
  return Array.from(
    { length: fineness * fineness },
    (_, i): LngLat => [at(west, east, i % fineness), at(south, north, Math.floor(i / fineness))],
  )
    .filter((point) => pointInPolygon(point, polygon))
    .reduce((best, point) => (distance(point) < distance(best) ? point : best), polygon.coordinates[0]?.[0] ?? centre);
};
