import { expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import { aMeeting, someMinutes } from '../meetings/meeting.builder.ts';
import { staffWordsInMeetings } from '../meetings/staff-words.ts';
import type { Told } from '../notices/tell.ts';
import { staffWordsInTopics } from '../topics/staff-words.ts';
import { topicItem } from '../topics/store.ts';
import { aTopicRecord } from '../topics/topic.builder.ts';
import { aVote } from '../votes/record.builder.ts';
import { staffWordsInVotes } from '../votes/staff-words.ts';
import { makeCheckStaffWords, type StaffWords } from './staff-words.ts';

const at = '2026-12-02T02:00:00.000Z';
const by = aPersonId();
const voteItem = (vote: ReturnType<typeof aVote>) => ({ pk: 'xfl#vote', sk: 'vote', ...vote });
const meetingItem = (meeting: ReturnType<typeof aMeeting>) => ({ pk: 'xfl#m', sk: 'meeting', meeting });
const said = (words: readonly StaffWords[]) => words.map((each) => [each.authorId, each.words.join('｜')]);

test('表决：公告、延期、取消、答复，各查一次；到时间自己取消的不查', () => {
  const vote = aVote();
  const extended = { ...vote, extensions: [{ at, from: at, to: at, notice: '还差几户', by }] };
  const between = (before: typeof vote | undefined, after: typeof vote) =>
    said(staffWordsInVotes({ before: before && voteItem(before), after: voteItem(after) }));
  expect(between(undefined, vote)).toEqual([
    [vote.createdBy.personId, [vote.title, vote.announcement, vote.question.text, '同意', '反对'].join('｜')],
  ]);
  expect(between(vote, extended)).toEqual([[by, '还差几户']]);
  expect(between(extended, { ...extended, cancelled: { at, reason: '方案要重做', by } })).toEqual([[by, '方案要重做']]);
  expect(between(extended, { ...extended, cancelled: { at, reason: '没有名册' } })).toEqual([]);
  expect(between(extended, extended)).toEqual([]);

  const objection = {
    ...{
      pk: 'xfl#vote',
      sk: `objection#${anActionId()}`,
      id: anActionId(),
      voteId: vote.id,
      at,
      personId: aPersonId(),
    },
    ...{ who: '一位业主', words: '没收到通知', safety: 'pass' },
  };
  const answer = { id: anActionId(), digest: 'd', words: '贴在楼道', at, who: '居委会', personId: by };
  const after = { ...objection, answer };
  expect(said(staffWordsInVotes({ before: objection, after }))).toEqual([[by, '贴在楼道']]);
  expect(staffWordsInVotes({ before: after, after })).toEqual([]);
});

test('会议：通知、改通知、取消、纪要', () => {
  const called = aMeeting({ calledBy: by });
  const line = { id: anActionId(), at, personId: by, digest: 'd' };
  const changed = { ...called, place: '党群中心', trace: [{ ...line, what: 'change' as const, words: '地点' }] };
  const cancelled = { ...called, trace: [{ ...line, what: 'cancel' as const, words: '台风' }] };
  const between = (after: typeof called, before?: typeof called) =>
    said(staffWordsInMeetings({ before: before && meetingItem(before), after: meetingItem(after) }));
  expect(between(called)).toEqual([[by, expect.stringContaining('费用分摊')]]);
  expect(between(changed, called)).toEqual([[by, expect.stringContaining('党群中心')]]);
  expect(between(cancelled, called)).toEqual([[by, '台风']]);
  const minutes = someMinutes(called.id, { personId: by });
  const after = { pk: 'xfl#m', sk: 'minutes#0001', ...minutes };
  expect(said(staffWordsInMeetings({ before: undefined, after }))).toEqual([[by, expect.stringContaining('采光')]]);
});

test('议题：工作人员写的话；提议人自己的话另有检查', () => {
  const topic = aTopicRecord({ state: 'underway', events: [] });
  const line = { id: `evt_${anActionId().slice(4)}` as const, at, who: '居委会', digest: 'd' };
  const announced = {
    ...topic,
    announcements: [{ id: anActionId(), at, title: '公告', words: '周五开会', matters: ['装不装'] }],
    events: [
      { ...line, what: 'announce' as const, personId: by, words: '公告' },
      { ...line, what: 'withdraw' as const, personId: topic.proposerId, words: '不提了' },
    ],
  };
  const item = (of: typeof topic) => topicItem(of);
  expect(said(staffWordsInTopics({ before: item(topic), after: item(announced) }))).toEqual([
    [by, '公告｜周五开会｜装不装'],
  ]);
  expect(staffWordsInTopics({ before: undefined, after: item(announced) })).toEqual([]);
});

test('没通过的不拦下，告诉社区；长的分段查，一次只说一声', async () => {
  const told: [Told, object][] = [];
  const checked: number[] = [];
  const check = makeCheckStaffWords({
    people: { find: async (id) => ({ id, openid: 'o', createdAt: at, grants: [] }) },
    wechat: {
      checkText: async (_, words) => {
        checked.push(words.length);
        return words.includes('待审') ? 'held' : 'pass';
      },
    },
    tell: async (notice, to) => void told.push([notice, to]),
  });
  const words = { about: aVote().id, communityId: 'xfl', name: '电梯', cause: anActionId(), at, authorId: by };
  await check({ ...words, words: ['公告', '好'.repeat(2600)] });
  expect([checked, told]).toEqual([[2500, 103], []]);
  await check({ ...words, words: ['待审'.repeat(2000)] });
  expect(told).toMatchObject([
    [
      { kind: 'wordsFlagged', text: '电梯' },
      { desk: 'community', communityId: 'xfl' },
    ],
  ]);
});
