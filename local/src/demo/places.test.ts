import { lineProblems } from '@suishoupai/shared/duty/problems';
import { DutyDocument } from '@suishoupai/shared/duty/routes';
import { polygonProblem } from '@suishoupai/shared/places/boundary';
import { Community, type Polygon } from '@suishoupai/shared/places/contract';
import { centroid, pointInPolygon } from '@suishoupai/shared/places/geo';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { demoCommunities } from './places.ts';
import { laterDuties } from './places-duty.ts';

const now = new Date('2026-11-16T02:00:00.000Z');

const areaOf = ({ coordinates: [ring = []] }: Polygon) =>
  ring.slice(1).reduce((sum, [lng, lat], i) => {
    const [fromLng = 0, fromLat = 0] = ring[i] ?? [];
    return sum + ((fromLng - 121) * (lat - 31) - (lng - 121) * (fromLat - 31)) / 2;
  }, 0);

test.each(demoCommunities.map(({ community, duty }) => [community.name, community, duty] as const))(
  '%s: as the contract wants it, boundaries sound, grids tile it, every line has its department',
  (_, community, duty) => {
    expect(z.safeParse(Community, community).success).toBe(true);
    expect(z.safeParse(DutyDocument, duty).success).toBe(true);
    expect(polygonProblem(community.boundary)).toBeUndefined();
    for (const { boundary } of community.grids) {
      expect(polygonProblem(boundary)).toBeUndefined();
      expect(pointInPolygon(centroid(boundary), community.boundary)).toBe(true);
    }
    const tiles = community.grids.reduce((sum, { boundary }) => sum + areaOf(boundary), 0);
    expect(tiles / areaOf(community.boundary)).toBeCloseTo(1, 9);
    for (const version of [duty, ...laterDuties(duty, now)]) {
      const { departments } = community;
      const problems = version.lines.flatMap(({ categoryCode, ...terms }) =>
        lineProblems(categoryCode, terms, { departments, negative: version.negative }),
      );
      expect(problems).toEqual([]);
    }
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

test.each(demoCommunities.map(({ community, duty }) => [community.name, duty] as const))(
  '%s: its list has a past, a present and a next version, each with what it changed',
  (_, duty) => {
    const later = laterDuties(duty, now);
    const versions = [duty, ...later];
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(versions.map(({ effectiveFrom }) => effectiveFrom <= now.toISOString())).toEqual([true, true, false]);
    expect(versions.map(({ changed }) => changed.length)).toEqual([0, 3, 1]);
    for (const version of later) {
      expect(z.safeParse(DutyDocument, version).success).toBe(true);
      expect(version.changedAt < version.effectiveFrom).toBe(true);
    }
  },
);
