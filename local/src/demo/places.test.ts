import { polygonProblem } from '@suishoupai/shared/places/boundary';
import { Community, DutyLine, type Polygon } from '@suishoupai/shared/places/contract';
import { centroid, pointInPolygon } from '@suishoupai/shared/places/geo';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { demoCommunities } from './places.ts';

const areaOf = ({ coordinates: [ring = []] }: Polygon) =>
  ring.slice(1).reduce((sum, [lng, lat], i) => {
    const [fromLng = 0, fromLat = 0] = ring[i] ?? [];
    return sum + ((fromLng - 121) * (lat - 31) - (lng - 121) * (fromLat - 31)) / 2;
  }, 0);

test.each(demoCommunities.map(({ community, duty }) => [community.name, community, duty] as const))(
  '%s: as the contract wants it, boundaries sound, grids tile it, every line has its department',
  (_, community, duty) => {
    expect(z.safeParse(Community, community).success).toBe(true);
    expect(z.safeParse(z.array(DutyLine), duty.lines).success).toBe(true);
    expect(polygonProblem(community.boundary)).toBeUndefined();
    for (const { boundary } of community.grids) {
      expect(polygonProblem(boundary)).toBeUndefined();
      expect(pointInPolygon(centroid(boundary), community.boundary)).toBe(true);
    }
    const tiles = community.grids.reduce((sum, { boundary }) => sum + areaOf(boundary), 0);
    expect(tiles / areaOf(community.boundary)).toBeCloseTo(1, 9);
    const departments = community.departments.map(({ id }) => id);
    expect(departments).toEqual(
      expect.arrayContaining([...new Set(duty.lines.map(({ departmentId }) => departmentId))]),
    );
  },
);

test('the two communities do not overlap, and neither do any two grids', () => {
  const areas = demoCommunities.flatMap(({ community }) => community.grids.map(({ boundary }) => boundary));

  const shared = areas.flatMap((one, i) => areas.slice(i + 1).filter((other) => pointInPolygon(centroid(one), other)));
  const [first, second] = demoCommunities.map(({ community }) => community.boundary);
  const corners = second?.coordinates[0] ?? [];

  expect(shared).toEqual([]);
  expect(corners.filter((corner) => first !== undefined && pointInPolygon(corner, first))).toEqual([]);
});
