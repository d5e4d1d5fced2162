import { NoticeKind } from '@suishoupai/shared/notices/contract';
import { expect, test } from 'vitest';
import { lookOf, placeOf } from './notice-look.ts';

const tail = '0123456789abcdefghjkmnpqrs';

test.each([
  ['ticketProgress', `tkt_xfl_${tail}`, 'ticket'],
  ['ticketReview', `tkt_xfl_${tail}`, 'handle'],
  ['topicProgress', `top_xfl_${tail}`, 'topic'],
  ['topicWaiting', `top_xfl_${tail}`, 'handleTopic'],
  ['meetingCalled', `mtg_xfl_${tail}`, 'meeting'],
  ['voteOpen', `vot_xfl_${tail}`, 'vote'],
  ['voteCounted', `vot_xfl_${tail}`, 'runVote'],
  ['claimApproved', `clm_xfl_${tail}`, 'household'],
  ['activityPlace', `atv_xfl_${tail}`, 'volunteering'],
  ['activityFlagged', `atv_xfl_${tail}`, 'organisePeople'],
] as const)('%s 打开它说的那一页', (kind, about, place) => {
  expect(placeOf({ kind, about })).toEqual({ page: place, of: about });
});

test('等社区核对的申请和异议的文字，打开那个社区的核对页', () => {
  expect(placeOf({ kind: 'voteReview', about: `vot_xfl_${tail}` })).toEqual({ page: 'heldWords', of: 'xfl' });
  expect(placeOf({ kind: 'claimWaiting', about: `clm_xfl_${tail}` })).toEqual({ page: 'claims', of: 'xfl' });
});

test.each([
  ['top', 'handleTopic'],
  ['mtg', 'room'],
  ['vot', 'runVote'],
] as const)('没通过检查的公开文字，打开办这件事的那一页：%s', (prefix, page) => {
  const about = `${prefix}_xfl_${tail}`;
  expect(placeOf({ kind: 'wordsFlagged', about })).toEqual({ page, of: about });
});

test('更正打开积分工作台；更正好了，本人打开自己的账', () => {
  expect(placeOf({ kind: 'correctionWaiting', about: 'xfl' })).toEqual({ page: 'pointsDesk', of: 'xfl' });
  expect(placeOf({ kind: 'correctionDecided', about: 'xfl' })).toEqual({ page: 'pointsDesk', of: 'xfl' });
  expect(placeOf({ kind: 'bookCorrected', about: 'xfl' })).toEqual({ page: 'pointsLines', of: 'xfl' });
});

/** Kinds that go to the desk of the community alone. */
const forDesk = ['voteClosed', 'voteCounted', 'voteObjection', 'voteReview', 'claimWaiting', 'topicReview'];
const places: [RegExp, string, RegExp][] = [
  [/^ticket/, 'tkt', /^(ticket|handle)$/],
  [/^claim/, 'clm', /^(household|claims)$/],
  [/^topic/, 'top', /^(topic|handleTopic)$/],
  [/^(meeting|minutes)/, 'mtg', /^meeting$/],
  [/^vote/, 'vot', /^(vote|runVote|heldWords)$/],
  [/^(book|correction)/, 'com', /^points(Lines|Desk)$/],
  [/^order/, 'ord', /^order$/],
  [/^words/, 'vot', /^runVote$/],
  [/^(activity|hours(Confirmed|Withdrawn))/, 'atv', /^(volunteering|organisePeople)$/],
  [/^exchange/, 'exc', /^(exchange|timebankDesk)$/],
  [/^listing/, 'lst', /^(listing|timebankDesk)$/],
  [/^(hoursGiven|timebankOnBehalf)/, 'trf', /^timebank$/],
  [/^timebankNudge/, 'lst', /^listing$/],
];

test.each(NoticeKind.options)('%s 打开它说的那类事；只给社区看的打开社区的页，给大家的打开大家的页', (kind) => {
  const [, prefix, page] = places.find(([name]) => name.test(kind)) ?? [];
  const opened = placeOf({ kind, about: `${prefix}_xfl_${tail}` }).page;
  expect(opened).toMatch(page ?? /never/);
  if (/^(vote|claim)/.test(kind)) expect(/runVote|heldWords|claims/.test(opened)).toBe(forDesk.includes(kind));
});

test('不认识的种类，像它说的那类事的一条消息', () => {
  expect(lookOf({ kind: 'voteOpen', about: `vot_xfl_${tail}` })).toEqual({ icon: 'vote', name: 'progress' });
});
