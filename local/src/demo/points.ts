import { createHash } from 'node:crypto';
import type { GridId } from '@suishoupai/shared/ids';
import { centroid } from '@suishoupai/shared/places/geo';
import { demoCommunities, xingfuli } from './places.ts';

/** Where in its grid of 幸福里 something lies: around the middle, what has another name a little apart. */
export const pointIn = (grid: GridId, name: string) => {
  const { community } = demoCommunities.find(({ community: { id } }) => id === xingfuli) ?? {};
  const found = community?.grids.find(({ id }) => id === grid);
  if (found === undefined) throw new Error(`no grid ${grid}`);
  const [lng, lat] = centroid(found.boundary);
  const [east = 0, north = 0] = createHash('sha256').update(name).digest();
  const spread = (byte: number) => ((byte - 128) / 128) * 0.0004;
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { lng: round(lng + spread(east)), lat: round(lat + spread(north)), datum: 'gcj02' as const };
};
