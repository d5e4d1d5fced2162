import { describe, expect, test } from 'vitest';
import { noticesOfObjection, noticesOfSlot, noticesOfVote, type VoteFacts } from './notices.ts';

const vote: VoteFacts = {
  id: `vot_xfl_${'0'.repeat(26)}`,
  communityId: 'xfl',
  title: '加装电梯',
  takesPaper: true,
  createdAt: '2026-11-16T02:00:00.000Z',
  opensAt: '2026-12-01T02:00:00.000Z',
  closesAt: '2026-12-10T02:00:00.000Z',
  extensions: [],
};
const opened = { at: '2026-12-01T02:00:00.000Z' };

describe('表决走到哪一步，告诉谁', () => {
  test.each<[string, VoteFacts | undefined, VoteFacts, string]>([
    ['公告', undefined, vote, 'electors 要表决了｜加装电梯：12月1日 10:00 开始，12月10日 10:00 截止'],
    ['开始', vote, { ...vote, opened }, 'electors 可以投票了｜加装电梯：12月10日 10:00 截止'],
    [
      '快截止',
      { ...vote, opened },
      { ...vote, opened, remindedAt: '2026-12-09T02:00:00.000Z' },
      'notYetCast 表决快要截止｜加装电梯：12月10日 10:00 截止，您还没有投票',
    ],
    [
      '延期',
      { ...vote, opened },
      {
        ...vote,
        opened,
        closesAt: '2026-12-12T02:00:00.000Z',
        extensions: [{ at: '2026-12-09T03:00:00.000Z', to: '2026-12-12T02:00:00.000Z', notice: '还差几户' }],
      },
      'electors 表决延期了｜加装电梯：改为 12月12日 10:00 截止。还差几户',
    ],
    [
      '截止',
      { ...vote, opened },
      { ...vote, opened, closedAt: '2026-12-10T02:00:20.000Z' },
      'desk 表决截止了，请核对纸票｜加装电梯：补录、复核以后对账',
    ],
    [
      '计完票',
      { ...vote, opened, closedAt: '2026-12-10T02:00:20.000Z' },
      { ...vote, opened, closedAt: '2026-12-10T02:00:20.000Z', counted: { at: '2026-12-10T03:00:00.000Z' } },
      'desk 计票完成，请公示结果｜加装电梯',
    ],
    [
      '公示',
      { ...vote, opened },
      { ...vote, opened, published: { at: '2026-12-10T04:00:00.000Z', until: '2026-12-17T16:00:00.000Z' } },
      'electors 表决结果公示了｜加装电梯：最晚 12月17日 可以提出异议',
    ],
    [
      '取消',
      vote,
      { ...vote, cancelled: { at: '2026-11-20T02:00:00.000Z', reason: '方案要重做' } },
      'electors 表决取消了｜加装电梯：方案要重做',
    ],
    ['只是被扫到', { ...vote, opened }, { ...vote, opened }, ''],
    [
      '不收纸票的截止',
      { ...vote, opened, takesPaper: false },
      { ...vote, opened, takesPaper: false, closedAt: '2026-12-10T02:00:20.000Z' },
      '',
    ],
  ])('%s', (_, before, after, expected) => {
    const notices = noticesOfVote({ before, after });
    expect(notices.map(({ to, title, text }) => `${String(to)} ${title}｜${text}`).join()).toBe(expected);
    expect(noticesOfVote({ before, after })).toEqual(notices);
  });

  test('延期以后再提醒一次', () => {
    const before = { ...vote, opened, remindedAt: '2026-12-09T02:00:00.000Z' };
    const again = { ...before, remindedAt: '2026-12-11T02:00:00.000Z' };
    expect(noticesOfVote({ before, after: again }).map(({ kind }) => kind)).toEqual(['voteSoon']);
  });
});

test('录入纸票，马上告诉这一户；退回和确认不再打扰', () => {
  const at = '2026-12-02T02:00:00.000Z';
  const entered = { before: { slot: 'a' }, after: { slot: 'a', paper: 'act_1' } };
  expect(noticesOfSlot(vote, entered, at)).toMatchObject([{ to: { slot: 'a' }, kind: 'votePaper', cause: 'act_1' }]);
  expect(noticesOfSlot(vote, { before: entered.after, after: entered.after }, at)).toEqual([]);
  expect(noticesOfSlot(vote, { before: entered.after, after: { slot: 'a' } }, at)).toEqual([]);
});

test('异议找社区，答复找本人', () => {
  const objection = { id: 'act_1', at: '2026-12-11T02:00:00.000Z', personId: `usr_${'0'.repeat(26)}` as const };
  const answer = { id: 'act_2', at: '2026-12-12T02:00:00.000Z', words: '已经核实' };
  expect(noticesOfObjection(vote, { after: objection }).map(({ to, kind }) => [to, kind])).toEqual([
    ['desk', 'voteObjection'],
  ]);
  expect(noticesOfObjection(vote, { before: objection, after: { ...objection, answer } })).toMatchObject([
    { to: { personId: objection.personId }, kind: 'voteAnswered', cause: 'act_2', text: '加装电梯：已经核实' },
  ]);
  const held = { ...objection, safety: 'held' as const };
  expect(noticesOfObjection(vote, { before: objection, after: held }).map(({ to, kind }) => [to, kind])).toEqual([
    ['desk', 'voteReview'],
  ]);
  const judged = { id: 'act_3', at: '2026-12-12T02:00:00.000Z', reason: '有辱骂人的话' };
  const hidden = { ...held, safety: 'hidden' as const, judged };
  expect(noticesOfObjection(vote, { before: held, after: hidden })).toMatchObject([
    { to: { personId: objection.personId }, kind: 'voteTakedown', cause: 'act_3', text: '加装电梯：有辱骂人的话' },
  ]);
  expect(noticesOfObjection(vote, { before: held, after: { ...held, safety: 'pass', judged } })).toEqual([]);
  expect(noticesOfObjection(vote, { before: hidden, after: hidden })).toEqual([]);
  expect(noticesOfObjection(vote, { before: { ...objection, answer }, after: { ...objection, answer } })).toEqual([]);
});
