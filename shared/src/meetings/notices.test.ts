import { expect, test } from 'vitest';
import { type MeetingFacts, noticesOf } from './notices.ts';

const called: MeetingFacts = {
  id: 'mtg_xfl_01',
  state: 'announced',
  title: '加装电梯听证会',
  place: '居委会二楼',
  startsAt: '2026-11-20T11:00:00.000Z',
  announcedAt: '2026-11-16T02:00:00.000Z',
  topicIds: ['top_xfl_01'],
  changes: [],
  signed: 0,
  signatures: [],
};
const moved = { id: 'act_01', at: '2026-11-17T02:00:00.000Z', words: '地点改为党群中心' };
const first = [
  { id: 'act_02', number: 1, at: '2026-11-21T02:00:00.000Z' },
  { id: 'act_03', number: 1, at: '2026-11-21T03:00:00.000Z' },
];

test('召集：告诉关注议题的人什么时候、在哪里', () => {
  expect(noticesOf({ after: called })).toEqual([
    {
      followersOf: ['top_xfl_01'],
      kind: 'meetingCalled',
      cause: 'mtg_xfl_01',
      at: called.announcedAt,
      title: '要开会了',
      text: '加装电梯听证会：11月20日 19:00，居委会二楼',
      meetingId: 'mtg_xfl_01',
    },
  ]);
});

test('改了什么，说改了什么；再来一遍还是同一条', () => {
  const change = { before: called, after: { ...called, changes: [moved] } };
  expect(noticesOf(change)).toMatchObject([
    { kind: 'meetingChanged', cause: 'act_01', at: moved.at, text: '加装电梯听证会：地点改为党群中心' },
  ]);
  expect(noticesOf(change)).toEqual(noticesOf(change));
  expect(noticesOf({ before: change.after, after: change.after })).toEqual([]);
});

test('取消带着原因', () => {
  const cancelled = { id: 'act_04', at: '2026-11-18T02:00:00.000Z', words: '台风' };
  expect(noticesOf({ before: called, after: { ...called, state: 'cancelled', cancelled } })).toMatchObject([
    { kind: 'meetingCancelled', cause: 'act_04', text: '加装电梯听证会：台风' },
  ]);
});

test('两个人都签了才说公布；之后的更正另说一遍', () => {
  const ended = { ...called, state: 'ended' } as const;
  const half = { ...ended, signatures: first.slice(0, 1) };
  const signed = { ...called, state: 'signed', signed: 1, signatures: first } as const;
  const corrected = {
    ...signed,
    signed: 2,
    signatures: [...first, ...first.map((each, index) => ({ ...each, id: `act_1${index}`, number: 2 }))],
  };
  expect(noticesOf({ before: ended, after: half })).toEqual([]);
  expect(noticesOf({ before: half, after: signed })).toMatchObject([
    { kind: 'minutesSigned', title: '会议纪要公布了', cause: 'act_03', at: first[1]?.at },
  ]);
  expect(noticesOf({ before: signed, after: corrected })).toMatchObject([{ title: '会议纪要有更正', cause: 'act_11' }]);
});

test('开始签到、结束，不打扰人；没有议题的会议没有人关注', () => {
  expect(noticesOf({ before: called, after: { ...called, state: 'inSession' } })).toEqual([]);
  expect(noticesOf({ after: { ...called, topicIds: [] } })).toEqual([]);
});
