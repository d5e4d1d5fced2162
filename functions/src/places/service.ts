import { AppError } from '@suishoupai/shared/contract/errors';
import type { DutyList } from '@suishoupai/shared/duty/routes';
import type { CommunityId } from '@suishoupai/shared/ids';
import type { Community, Grid, Point } from '@suishoupai/shared/places/contract';
import { geohash, pointInPolygon, toGcj02 } from '@suishoupai/shared/places/geo';
import { defaultCommon } from '@suishoupai/shared/taxonomy/categories';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import type { PlacesStore } from './store.ts';

/** Places and lists change by the month; a warm function may answer from this long ago. */
const freshMs = 60_000;
const commonFreshMs = 600_000;
const commonCount = 10;

type Deps = {
  places: PlacesStore;
  /** Categories of the newest reports of a community, repeats included. */
  recentCategories: (communityId: CommunityId) => Promise<CategoryCode[]>;
};

export type Located = { point: Point; community: Community; grid: Grid | undefined };

const remembered = <T>(lifetimeMs: number, load: (id: CommunityId, now: Date) => Promise<T>) => {
  const kept = new Map<CommunityId, { at: number; value: T }>();
  const get = async (id: CommunityId, now: Date): Promise<T> => {
    const known = kept.get(id);
    const age = known === undefined ? -1 : now.getTime() - known.at;
    if (known !== undefined && age >= 0 && age < lifetimeMs) return known.value;
    const value = await load(id, now);
    if (value !== undefined) kept.set(id, { at: now.getTime(), value });
    return value;
  };
  return { get, forget: (id: CommunityId) => void kept.delete(id) };
};

/** Reported once is not a habit of the place. */
const habitFrom = 2;

/** What was reported at least twice, the most frequent first, ties by first appearance; filled up from the defaults. */
export const mostCommon = (recent: readonly CategoryCode[]): CategoryCode[] => {
  const counts = new Map<CategoryCode, number>();
  for (const code of recent) counts.set(code, (counts.get(code) ?? 0) + 1);
  const ranked = [...counts]
    .filter(([, count]) => count >= habitFrom)
    .toSorted(([, a], [, b]) => b - a)
    .map(([code]) => code);
  return [...new Set([...ranked, ...defaultCommon])].slice(0, commonCount);
};

export const makePlacesService = ({ places, recentCategories }: Deps) => {
  const community = remembered(freshMs, places.findCommunity);
  const duties = remembered(freshMs, (id, now) => places.dutiesFrom(id, now.toISOString()));
  const common = remembered(commonFreshMs, async (id) => mostCommon(await recentCategories(id)));

  const getCommunity = async (id: CommunityId, now: Date): Promise<Community> => {
    const found = await community.get(id, now);
    if (found === undefined) throw new AppError('community.notFound');
    return found;
  };
  const getDuty = async (id: CommunityId, now: Date): Promise<DutyList> => {
    const known = await duties.get(id, now);
    // Versions that were to come when they were read come into force by themselves.
    const inForce = known.find(({ effectiveFrom }) => effectiveFrom <= now.toISOString());
    return inForce ?? { version: 0, lines: [], negative: [] };
  };

  return {
    getCommunity,
    /** The responsibility and negative list in force at this moment; version 0 and nothing in it where there is none. */
    getDuty,
    /** For whoever has just written a version. Other functions answer from what they remember until its minute is over. */
    forgetDuty: duties.forget,
    list: places.list,

    /** The community and grid a point lies in; AppError `place.outside` when no community has it. */
    locate: async (given: Point, now: Date): Promise<Located> => {
      const point = toGcj02(given);
      const at: [number, number] = [point.lng, point.lat];
      for (const id of await places.communitiesAt(geohash(at, 6))) {
        const candidate = await getCommunity(id, now);
        if (!pointInPolygon(at, candidate.boundary)) continue;
        return {
          point,
          community: candidate,
          grid: candidate.grids.find(({ boundary }) => pointInPolygon(at, boundary)),
        };
      }
      throw new AppError('place.outside');
    },

    describe: async (id: CommunityId, now: Date) => ({
      community: await getCommunity(id, now),
      duty: await getDuty(id, now),
      common: await common.get(id, now),
    }),
  };
};

export type PlacesService = ReturnType<typeof makePlacesService>;
