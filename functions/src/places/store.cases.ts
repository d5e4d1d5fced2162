import { geohash } from '@suishoupai/shared/places/geo';
import { expect, test } from 'vitest';
import { aCommunity, inside, outside } from '../../test/builders.ts';
import type { PlacesStore } from './store.ts';

const cellOf = ({ lng, lat }: { lng: number; lat: number }) => geohash([lng, lat], 6);

/** What a places store promises; run against every implementation. */
export const placesStoreCases = (makeStore: () => Promise<PlacesStore>): void => {
  test('社区写进去，按编号、按格、按名册都找得到', async () => {
    const store = await makeStore();
    const community = aCommunity();
    await store.putCommunity(community);
    expect(await store.findCommunity('xfl')).toEqual(community);
    expect(await store.communitiesAt(cellOf(inside))).toEqual(['xfl']);
    expect(await store.communitiesAt(cellOf(outside))).toEqual([]);
    expect(await store.list()).toEqual([
      { id: 'xfl', name: '幸福里社区', street: '长宁街道', streetId: 'str_changning' },
    ]);
    expect(await store.findCommunity('hpy')).toBeUndefined();
  });

  test('边界改了，旧的格子里不再有它', async () => {
    const store = await makeStore();
    await store.putCommunity(aCommunity());
    const far = aCommunity({
      boundary: {
        type: 'Polygon',
        coordinates: [
          [
            [121.49, 31.29],
            [121.51, 31.29],
            [121.51, 31.31],
            [121.49, 31.29],
          ],
        ],
      },
    });
    await store.putCommunity(far);
    expect(await store.communitiesAt(cellOf(inside))).toEqual([]);
    expect(await store.communitiesAt(cellOf(outside))).toEqual(['xfl']);
    expect(await store.list()).toHaveLength(1);
  });
};
