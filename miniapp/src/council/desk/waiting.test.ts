import type { TopicCard } from '@suishoupai/shared/topics/contract';
import type { VoteCard } from '@suishoupai/shared/votes/contract';
import { expect, test } from 'vitest';
import {
  countWords,
  type Found,
  meetingsToHold,
  minutesToSign,
  minutesToWrite,
  topicsProposed,
  topicsToAnswer,
  topicsUnderway,
  votesRunning,
  votesToRun,
} from './waiting.ts';

const now = '2026-11-22T02:00:00.000Z';
const none: Found = {
  claims: { items: [] },
  held: { items: [] },
  proposed: [],
  supported: [],
  underway: [],
  coming: [],
  past: [],
  votes: [],
  sheets: {},
  objections: {},
  hasRoll: true,
};
const topic = (change: Partial<TopicCard>): TopicCard => ({
  id: 'top_xfl_01jd0000000000000000000000',
  communityId: 'xfl',
  kind: 'hard',
  path: 'seven',
  state: 'supported',
  title: '电梯',
  proposedAt: now,
  supports: 20,
  threshold: 20,
  isLate: false,
  stepsDone: 0,
  ...change,
});
const vote = (change: Partial<VoteCard>): VoteCard => ({
  id: 'vot_xfl_01jd0000000000000000000000',
  communityId: 'xfl',
  title: '表决',
  state: 'open',
  electorate: 'owners',
  opensAt: now,
  closesAt: now,
  isAdvisory: false,
  ...change,
});

test('答复期限近的在前，走到一半过期的也在', () => {
  const found = {
    ...none,
    supported: [
      topic({ title: '后', dueAt: '2026-12-02T16:00:00.000Z' }),
      topic({ title: '先', dueAt: '2026-11-25T16:00:00.000Z' }),
    ],
    underway: [
      topic({ title: '过期', state: 'underway', step: 'discuss', isLate: true }),
      topic({ title: '正常', state: 'underway', step: 'plan' }),
    ],
  };
  expect(topicsToAnswer(found).map(({ title }) => title)).toEqual(['先', '后', '过期']);
  expect(topicsUnderway(found)).toMatchObject([{ title: '正常', note: '现在：制定方案' }]);
});

test('还在征集附议的，说到了几个', () => {
  const found = { ...none, proposed: [topic({ state: 'proposed', supports: 7 })] };
  expect(topicsProposed(found)).toMatchObject([{ title: '电梯', note: '附议 7 / 20' }]);
});

test('表决上要做的事写清楚；没事做的在下面', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'].map((end) => `vot_xfl_01jd000000000000000000000${end}`);
  const [a = '', b = '', c = '', d = '', e = ''] = ids;
  const found: Found = {
    ...none,
    votes: [
      vote({ id: a }),
      vote({ id: b, state: 'closed' }),
      vote({ id: c, state: 'counted' }),
      vote({ id: d, state: 'published' }),
      vote({ id: e, state: 'final' }),
    ],
    sheets: { [b]: 2 },
    objections: { [d]: 1 },
  };
  expect(votesToRun(found).map(({ note }) => note)).toEqual([
    '已截止，等对账、计票 · 2 张纸质票等您复核',
    '已计票，要公示',
    '1 条异议待答复',
  ]);
  expect(votesRunning(found).map(({ id }) => id)).toEqual([a]);
});

test('要开的、正开的会在一处；开完了，分待写纪要和待签字，取消的、签完的都不在', () => {
  const meeting = {
    id: 'mtg_xfl_01jd0000000000000000000000',
    communityId: 'xfl',
    kind: 'hearth',
    title: '会',
    place: '厅',
    startsAt: now,
    endsAt: now,
    minutesState: 'none',
  } as const;
  const found: Found = {
    ...none,
    coming: [
      { ...meeting, state: 'cancelled' },
      { ...meeting, title: '要开', state: 'announced' },
    ],
    past: [
      { ...meeting, title: '还没散', state: 'inSession', minutesState: 'written' },
      { ...meeting, title: '没写', state: 'ended' },
      { ...meeting, title: '没签', state: 'ended', minutesState: 'written' },
      { ...meeting, title: '签完', state: 'signed', minutesState: 'signed' },
      { ...meeting, title: '更正', state: 'signed', minutesState: 'written' },
    ],
  };
  const titles = (lines: readonly { title: string }[]) => lines.map(({ title }) => title);
  expect(titles(meetingsToHold(found))).toEqual(['要开', '还没散']);
  expect(titles(minutesToWrite(found))).toEqual(['没写']);
  expect(titles(minutesToSign(found))).toEqual(['更正', '没签']);
});

test('一页装不下的，说“以上”', () => {
  expect([countWords({ items: [1, 2] }), countWords({ items: [1, 2], next: 'n' })]).toEqual(['2 件', '2 件以上']);
});
