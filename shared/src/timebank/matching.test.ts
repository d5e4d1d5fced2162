import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WeekPart } from './contract.ts';
import { skillNames, timesWords } from './labels.ts';
import { fitOf, type Matched, matchesOf, spendableOn } from './matching.ts';

const aListing = (overrides: Partial<Matched> = {}): Matched => ({
  id: 'lst_a',
  ownerId: 'usr_a',
  kind: 'offer',
  skill: 'clinic',
  state: 'open',
  at: '2026-11-16T02:00:00.000Z',
  gridId: 'grd_01',
  times: ['1am', '3pm'],
  minutes: 120,
  ...overrides,
});
const wanted = aListing({ id: 'lst_w', ownerId: 'usr_w', kind: 'request', minutes: 60 });

describe('合不合适，为什么', () => {
  test('同一网格、周一上午都有空、时间够长', () => {
    expect(fitOf(wanted, aListing({ times: ['1am', '2pm'] }))).toEqual({
      near: 'grid',
      times: ['1am'],
      isLongEnough: true,
    });
  });
  test.each([
    ['同一栋楼更近', { building: '3' }, { building: '3' }, 'building'],
    ['不同楼，同一网格', { building: '3' }, { building: '5' }, 'grid'],
    ['一方全社区都行', { gridId: undefined }, {}, 'community'],
    ['网格不同', {}, { gridId: 'grd_02' }, undefined],
    ['楼号一样，网格不同，不是同一栋', { building: '3' }, { building: '3', gridId: 'grd_02' }, undefined],
  ] as const)('%s', (_, mine, theirs, near) => {
    const offer = { ...aListing(), ...theirs };
    expect(fitOf({ ...wanted, ...mine }, offer)?.near).toBe(near);
  });
  test.each([
    ['都是请帮忙', { kind: 'request' }],
    ['不是一种帮忙', { skill: 'repair' }],
    ['没有共同的时间', { times: ['7eve'] }],
    ['暂停了', { state: 'paused' }],
    ['是自己挂的', { ownerId: 'usr_w' }],
  ] as const)('%s，不合适', (_, change) => {
    expect(fitOf(wanted, aListing(change))).toBeUndefined();
  });
  test('短一些也算，但排在后面；近的在前，共同的时间多的在前，新的在前', () => {
    const offers = [
      aListing({ id: 'lst_short', minutes: 30 }),
      aListing({ id: 'lst_far', gridId: undefined }),
      aListing({ id: 'lst_new', at: '2026-11-17T02:00:00.000Z', times: ['1am'] }),
      aListing({ id: 'lst_best' }),
      aListing({ id: 'lst_old', times: ['1am'] }),
    ];
    const found = matchesOf(wanted, offers).map(({ listing }) => listing.id);
    expect(found).toEqual(['lst_best', 'lst_new', 'lst_old', 'lst_short', 'lst_far']);
  });
});

const parts = fc.constantFrom<WeekPart[]>('1am', '1pm', '2eve', '6am', '7pm');
const listing: fc.Arbitrary<Matched> = fc.record({
  id: fc.string({ minLength: 3, maxLength: 6 }),
  ownerId: fc.constantFrom('usr_a', 'usr_b', undefined),
  kind: fc.constantFrom('offer' as const, 'request' as const),
  skill: fc.constantFrom('clinic' as const, 'repair' as const),
  state: fc.constantFrom('open' as const, 'paused' as const),
  at: fc.constantFrom('2026-11-16T02:00:00.000Z', '2026-11-17T02:00:00.000Z'),
  gridId: fc.constantFrom('grd_01', 'grd_02', undefined),
  building: fc.constantFrom('3', '5', undefined),
  times: fc.uniqueArray(parts, { minLength: 1, maxLength: 5 }),
  minutes: fc.integer({ min: 10, max: 480 }),
});

describe('总是这样', () => {
  test('谁找谁都一样，说的理由都真', () => {
    fc.assert(
      fc.property(listing, listing, (a, b) => {
        const fit = fitOf(a, b);
        expect(fitOf(b, a)).toEqual(fit);
        if (fit === undefined) return;
        expect(a.skill === b.skill && a.kind !== b.kind).toBe(true);
        expect(fit.times.every((time) => a.times.includes(time) && b.times.includes(time))).toBe(true);
        if (fit.near === 'building') expect(a.building).toBe(b.building);
        if (fit.near === 'grid') expect(a.gridId).toBe(b.gridId);
      }),
    );
  });
  test('怎么排都一样：不看先后交来的次序', () => {
    fc.assert(
      fc.property(listing, fc.uniqueArray(listing, { maxLength: 8, selector: ({ id }) => id }), (mine, others) => {
        expect(matchesOf(mine, others.toReversed(), 20)).toEqual(matchesOf(mine, others, 20));
      }),
    );
  });
  test('提醒花掉的，都是别人的、付得起的提供', () => {
    fc.assert(
      fc.property(fc.array(listing), fc.integer({ min: 0, max: 200 }), (offers, free) => {
        const found = spendableOn({ personId: 'usr_a', free, requests: [], gridIds: ['grd_01'] }, offers);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(
          found.every(({ kind, ownerId, minutes }) => kind === 'offer' && ownerId !== 'usr_a' && minutes <= free),
        ).toBe(true);
      }),
    );
  });
});

test('想要的排在前，其次是自己网格的', () => {
  const offers = [
    aListing({ id: 'lst_1', skill: 'repair', gridId: 'grd_02', at: '2026-11-18T02:00:00.000Z' }),
    aListing({ id: 'lst_2', skill: 'cooking' }),
    aListing({ id: 'lst_3', skill: 'haircut', gridId: undefined }),
    aListing({ id: 'lst_4', gridId: undefined }),
  ];
  const found = spendableOn({ personId: 'usr_w', free: 120, requests: [wanted], gridIds: ['grd_01'] }, offers);
  expect(found.map(({ id }) => id)).toEqual(['lst_4', 'lst_2', 'lst_1']);
});

test('时间说成人话', () => {
  expect(timesWords(['1am', '1pm', '3eve'])).toBe('周一上午、下午；周三晚上');
  expect(timesWords(['1am', '2am', '3am', '4am', '5am', '6am', '7am'])).toBe('每天上午');
  expect(Object.keys(skillNames)).toHaveLength(12);
});
