import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeOf, type Described, isPossible, noticeDays, quorumNeeded, signInFrom } from './rules.ts';

describe('法定人数', () => {
  test.each([
    ['atLeast', 20, 1, 2, 10],
    ['atLeast', 21, 1, 2, 11],
    ['moreThan', 20, 1, 2, 11],
    ['moreThan', 21, 1, 2, 11],
    ['atLeast', 9, 2, 3, 6],
    ['atLeast', 10, 2, 3, 7],
    ['moreThan', 9, 2, 3, 7],
    ['atLeast', 1, 1, 100, 1],
    ['moreThan', 100_000, 99, 100, 99_001],
    ['atLeast', 7, 1, 1, 7],
  ] as const)('%s：%i 人的 %i/%i，要到 %i 人', (kind, expected, numerator, denominator, needed) => {
    expect(quorumNeeded({ expected, numerator, denominator, kind })).toBe(needed);
  });

  test('刚好到的人数够，少一个就不够', () => {
    const share = fc.record({
      expected: fc.integer({ min: 1, max: 100_000 }),
      numerator: fc.integer({ min: 1, max: 100 }),
      denominator: fc.integer({ min: 1, max: 100 }),
      kind: fc.constantFrom('atLeast' as const, 'moreThan' as const),
    });
    fc.assert(
      fc.property(share, ({ expected, numerator, denominator, kind }) => {
        const isEnough = (present: number) =>
          kind === 'atLeast'
            ? present * denominator >= expected * numerator
            : present * denominator > expected * numerator;
        const needed = quorumNeeded({ expected, numerator, denominator, kind });
        expect([isEnough(needed), isEnough(needed - 1)]).toEqual([true, false]);
      }),
    );
  });
});

describe('公告天数按中国的日历', () => {
  test.each([
    ['2026-11-16T02:00:00.000Z', '2026-11-20T11:00:00.000Z', 4],
    ['2026-11-16T15:59:59.999Z', '2026-11-17T02:00:00.000Z', 1],
    ['2026-11-16T16:00:00.000Z', '2026-11-17T02:00:00.000Z', 0],
    ['2026-12-31T15:00:00.000Z', '2027-01-15T01:00:00.000Z', 15],
    ['2026-11-20T02:00:00.000Z', '2026-11-16T02:00:00.000Z', 0],
  ])('%s 公告、%s 开会，是 %i 天', (noticedAt, startsAt, days) => {
    expect(noticeDays(noticedAt, startsAt)).toBe(days);
  });
});

test('签到最早在开始前 60 分钟打开，一毫秒也不早', () => {
  const meeting = { state: 'announced', startsAt: '2026-11-20T11:00:00.000Z' } as const;
  expect(signInFrom(meeting.startsAt)).toBe('2026-11-20T10:00:00.000Z');
  expect(isPossible(meeting, 'open', '2026-11-20T09:59:59.999Z')).toBe(false);
  expect(isPossible(meeting, 'open', '2026-11-20T10:00:00.000Z')).toBe(true);
  expect(isPossible(meeting, 'cancel', '2026-11-16T00:00:00.000Z')).toBe(true);
  expect(isPossible({ ...meeting, state: 'ended' }, 'open', '2026-11-20T10:00:00.000Z')).toBe(false);
});

describe('变更', () => {
  const before: Described = {
    kind: 'hearing',
    title: '加装电梯听证会',
    place: '居委会二楼',
    startsAt: '2026-11-20T11:00:00.000Z',
    endsAt: '2026-11-20T13:00:00.000Z',
    agenda: [{ title: '方案说明', minutes: 30 }],
    invited: '3 栋全体居民',
    chair: '李主任',
    recorder: '王干事',
    topicIds: [],
  };
  test.each<[string, Partial<Described>, string, boolean]>([
    ['没有变', {}, '', false],
    [
      '改时间',
      { startsAt: '2026-11-21T11:00:00.000Z', endsAt: '2026-11-21T13:00:00.000Z' },
      '时间改为11月21日 19:00至11月21日 21:00',
      true,
    ],
    ['改地点', { place: '党群中心' }, '地点改为党群中心', false],
    ['加线上', { online: '腾讯会议 123' }, '线上参会改为腾讯会议 123', false],
    ['改议程', { agenda: [{ title: '费用分摊', minutes: 30 }] }, '议程有变', true],
    ['换主持人和地点', { chair: '张书记', place: '党群中心' }, '地点改为党群中心；主持人改为张书记', false],
    [
      '加到会要求',
      { quorum: { expected: 20, numerator: 1, denominator: 2, kind: 'moreThan', source: '章程' } },
      '到会要求有变',
      false,
    ],
  ])('%s，说得出改了什么，并知道是不是要重新算公告', (_, after, words, isNewNotice) => {
    expect(changeOf(before, { ...before, ...after })).toEqual({ words, isNewNotice });
  });

  test('取消线上参会也说', () => {
    expect(changeOf({ ...before, online: '会议号' }, before).words).toBe('不再线上参会');
  });
});
