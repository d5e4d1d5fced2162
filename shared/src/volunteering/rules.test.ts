import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActivityState } from './contract.ts';
import { spokenCode, spokenMinutes } from './labels.ts';
import {
  coarseMetres,
  flagsOf,
  hiddenName,
  inOrder,
  isPossible,
  promotedFrom,
  type Seqs,
  standingIn,
} from './rules.ts';
import { type ActivityEvent, activityTransitions, stateAfter } from './transitions.ts';

const seqs = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 30 })
  .map((people): Seqs => Object.fromEntries(people.map((person, i) => [`usr_${person}`, i * 3 + 1])));
const places = fc.integer({ min: 1, max: 20 });

test('有名额的从不超过名额，候补从一数起不断号', () => {
  fc.assert(
    fc.property(seqs, places, (all, count) => {
      const standing = inOrder(all).map((person) => standingIn(all, count, person));
      const waiting = standing.flatMap((each) => (each?.standing === 'waiting' ? [each.position] : []));
      expect(standing.filter((each) => each?.standing === 'in').length).toBe(Math.min(count, standing.length));
      expect(waiting).toEqual(waiting.map((_, i) => i + 1));
    }),
  );
});

test('有人退出、加了名额：补上的正是排在最前的候补，没有人掉下来', () => {
  fc.assert(
    fc.property(seqs, places, fc.nat({ max: 5 }), fc.nat(), (all, count, more, which) => {
      const people = inOrder(all);
      const gone = people[which % Math.max(1, people.length)];
      const left = Object.fromEntries(Object.entries(all).filter(([person]) => person !== gone));
      const before = { seqs: all, places: count };
      const after = { seqs: left, places: count + more };
      const has = ({ seqs: of, places: room }: typeof before) => inOrder(of).slice(0, room);
      const promoted = promotedFrom(before, after);
      expect(promoted).toEqual(has(after).filter((person) => !has(before).includes(person)));
      expect(has(before).filter((person) => person !== gone && !has(after).includes(person))).toEqual([]);
    }),
  );
});

test('取消和核完是终点：再没有一步走得出去', () => {
  const events = Object.keys(activityTransitions) as ActivityEvent[];
  const leaving = (state: ActivityState) =>
    events.filter((event) => ![undefined, state].includes(stateAfter(state, event)));
  expect([leaving('calledOff'), leaving('confirmed')]).toEqual([[], []]);
  expect(leaving('finished')).toEqual(['close']);
});

test('开始前一小时起能开始签到，结束以后不能再发布和报名', () => {
  const course = { startsAt: '2026-11-21T01:00:00.000Z', endsAt: '2026-11-21T03:00:00.000Z' };
  const may = (state: ActivityState, event: ActivityEvent, at: string) => isPossible({ ...course, state }, event, at);
  expect(may('published', 'start', '2026-11-20T23:59:59.999Z')).toBe(false);
  expect(may('published', 'start', '2026-11-21T00:00:00.000Z')).toBe(true);
  expect(may('planned', 'publish', course.endsAt)).toBe(false);
  expect(may('running', 'signUp', course.endsAt)).toBe(false);
  expect(may('running', 'withdraw', course.startsAt)).toBe(false);
});

const planned = {
  state: 'finished',
  startsAt: '2026-11-21T01:00:00.000Z',
  endsAt: '2026-11-21T03:00:00.000Z',
} as const;
const otherId = 'atv_xfl_0123456789abcdefghjkmnpqrs' as const;
const stay = { from: '2026-11-21T01:00:00.000Z', until: '2026-11-21T03:00:00.000Z' };

test.each([
  ['按时来去', { stay, metres: 900, others: [] }, []],
  ['没来', { stay: undefined, metres: undefined, others: [] }, []],
  ['头尾相接不算两处', { stay, metres: 0, others: [{ otherId, from: stay.until, until: undefined }] }, []],
  [
    '差一分钟就是两处',
    { stay, metres: 0, others: [{ otherId, from: '2026-11-21T02:59:00.000Z', until: undefined }] },
    ['twoPlaces'],
  ],
  ['多待一小时整还行', { stay: { ...stay, until: '2026-11-21T04:00:00.000Z' }, metres: 0, others: [] }, []],
  [
    '多一分钟就要看',
    { stay: { ...stay, until: '2026-11-21T04:01:00.000Z' }, metres: 1100, others: [] },
    ['tooLong', 'far'],
  ],
  ['没有签退', { stay: { ...stay, until: undefined }, metres: 0, others: [] }, ['noCheckOut']],
])('%s', (_, looked, kinds) => {
  expect(flagsOf({ ...looked, planned }).map(({ kind }) => kind)).toEqual(kinds);
});

test('距离按一百米往上取整，别的写法也写对', () => {
  const at = { lng: 121.415, lat: 31.22, datum: 'gcj02' } as const;
  expect(coarseMetres(at, at)).toBe(0);
  expect(coarseMetres({ ...at, lat: 31.2205 }, at)).toBe(100);
  expect([hiddenName('李桂芳'), hiddenName('欧')]).toEqual(['李**', '欧']);
  expect([spokenMinutes(59), spokenMinutes(120), spokenMinutes(135)]).toEqual(['59 分钟', '2 小时', '2 小时 15 分钟']);
  expect(spokenCode('7k2m9qrt44wz')).toBe('7K2M-9QRT-44WZ');
});
