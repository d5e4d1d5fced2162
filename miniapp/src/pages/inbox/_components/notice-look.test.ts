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
] as const)('%s 打开它说的那一页', (kind, about, place) => {
  expect(placeOf({ kind, about })).toEqual({ page: place, of: about });
});

test('等社区核对的申请和异议的文字，打开那个社区的核对页', () => {
  expect(placeOf({ kind: 'voteReview', about: `vot_xfl_${tail}` })).toEqual({ page: 'heldWords', of: 'xfl' });
  expect(placeOf({ kind: 'claimWaiting', about: `clm_xfl_${tail}` })).toEqual({ page: 'claims', of: 'xfl' });
});

test('每一种消息都打开它说的那类事，不会把议题当工单打开', () => {
  for (const kind of NoticeKind.options) {
    const prefix = kind.startsWith('ticket') ? 'tkt' : kind.startsWith('topic') ? 'top' : undefined;
    if (prefix === undefined) continue;
    const { page } = placeOf({ kind, about: `${prefix}_xfl_${tail}` });
    expect(/topic/i.test(page)).toBe(prefix === 'top');
  }
});

test('不认识的种类，像它说的那类事的一条消息', () => {
  expect(lookOf({ kind: 'voteOpen', about: `vot_xfl_${tail}` })).toEqual({ icon: 'vote', name: 'progress' });
});
