import { defaultCommon } from '@suishoupai/shared/taxonomy/categories';
import { expect, test } from 'vitest';
import { aCommunity, aDutyLine, inside, outside } from '../../test/builders.ts';
import { makePlacesService, mostCommon } from './service.ts';
import { makeMemoryPlacesStore } from './store.ts';

const now = new Date('2026-11-16T02:00:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

const aPlacesService = async () => {
  const places = makeMemoryPlacesStore();
  await places.putCommunity(aCommunity());
  await places.putDuty('xfl', { version: 1, lines: [aDutyLine()] });
  return { places, service: makePlacesService({ places, recentCategories: async () => [] }) };
};

test('一个点落在哪个社区、哪个网格', async () => {
  const { service } = await aPlacesService();
  const { community, grid } = await service.locate(inside, now);
  expect([community.id, grid?.id]).toEqual(['xfl', 'grd_01']);
  await expect(service.locate(outside, now)).rejects.toMatchObject({ code: 'place.outside' });
});

test('浏览器的 WGS-84 坐标换算之后再找', async () => {
  const { service } = await aPlacesService();
  const { point } = await service.locate({ lng: 121.4155, lat: 31.2222, datum: 'wgs84' }, now);
  expect(point.datum).toBe('gcj02');
  expect(point.lng).toBeGreaterThan(121.4175);
});

test('社区之内、网格之间的空地：有社区，没有网格', async () => {
  const { places, service } = await aPlacesService();
  await places.putCommunity(aCommunity({ grids: [] }));
  expect((await service.locate(inside, now)).grid).toBeUndefined();
});

test('名册改了，一分钟内可以还是旧的，之后一定是新的', async () => {
  const { places, service } = await aPlacesService();
  expect((await service.getCommunity('xfl', now)).name).toBe('幸福里社区');
  await places.putCommunity(aCommunity({ name: '幸福新里社区' }));
  expect((await service.getCommunity('xfl', later(61))).name).toBe('幸福新里社区');
  await expect(service.getCommunity('hpy', now)).rejects.toMatchObject({ code: 'community.notFound' });
});

test('最常报的在前，只报过一次的不算，不足十个用默认补上', () => {
  const [first = ''] = defaultCommon;
  expect(mostCommon([])).toEqual(defaultCommon);
  const ranked = mostCommon(['E0508', 'E0501', 'E0508', 'E0501', 'E0501', 'E0511']);
  expect(ranked.slice(0, 3)).toEqual(['E0501', 'E0508', first]);
  expect(ranked).toHaveLength(10);
  expect(ranked).not.toContain('E0511');
});
