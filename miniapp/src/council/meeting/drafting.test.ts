import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { expect, test } from 'vitest';
import { blankDraft, bodyOf, type MeetingDraft, missingIn, noticeWords } from './drafting.ts';

const now = '2026-11-22T02:00:00.000Z';
const tail = '01jd0000000000000000000000';
const id = `mtg_xfl_${tail}`;
const topic = { id: `top_xfl_${tail}`, title: '3 栋加装电梯' };
const whole: MeetingDraft = {
  ...blankDraft(now, topic),
  place: '社区活动室',
  chair: '刘书记',
  recorder: '周干事',
};

test.each([
  [{ title: '会' }, '写上会议名称，至少 4 个字'],
  [{ place: '' }, '写上地点'],
  [{ startsAt: now }, '开始时间要晚于现在'],
  [{ agenda: [{ title: ' ' }] }, '至少写一条议程'],
  [{ recorder: '刘书记' }, '主持人和记录人要是两个人'],
  [{ expected: '一百' }, '应到人数要写数字'],
  [{}, undefined],
])('%j', (change, missing) => {
  expect(missingIn({ ...whole, ...change }, now)).toBe(missing);
});

test('从议题来的，名称、议程和议题都带上；一周后晚上七点', () => {
  const body = { id, ...bodyOf(whole) };
  expect(meetingRoutes.callMeeting.body.parse(body)).toEqual(body);
  expect(body).toMatchObject({
    title: '「3 栋加装电梯」民情恳谈会',
    startsAt: '2026-11-29T11:00:00.000Z',
    endsAt: '2026-11-29T12:30:00.000Z',
    topicIds: [topic.id],
    agenda: [{ title: '3 栋加装电梯', minutes: 90, topicId: topic.id }],
  });
});

test('写了应到人数，就按过半数；原来有规定的照原来的', () => {
  expect(bodyOf({ ...whole, expected: '40' }).quorum).toMatchObject({ expected: 40, kind: 'moreThan', denominator: 2 });
  const rule = {
    expected: 30,
    numerator: 2,
    denominator: 3,
    kind: 'atLeast',
    source: '议事规则',
    needed: 20,
    isMet: false,
  } as const;
  expect(bodyOf({ ...whole, expected: '40' }, rule).quorum).toMatchObject({
    expected: 40,
    numerator: 2,
    source: '议事规则',
  });
});

test('通知的天数说出来', () => {
  expect(noticeWords('2026-11-29T11:00:00.000Z', now)).toContain('7 天');
  expect(noticeWords('2026-11-22T05:00:00.000Z', now)).toContain('3 小时');
});
