import type { HallDesk } from '@suishoupai/shared/hall/contract';
import { expect, test } from 'vitest';
import {
  countWords,
  meetingsToHold,
  minutesToSign,
  minutesToWrite,
  topicsProposed,
  topicsToAnswer,
  topicsUnderway,
  votesRunning,
  votesToRun,
  waitingWords,
} from './waiting.ts';

const now = '2026-11-22T02:00:00.000Z';
const none = { count: 0 };
const waiting: HallDesk['waiting'] = {
  claims: none,
  held: none,
  answers: none,
  lateSteps: none,
  paper: none,
  counts: none,
  results: none,
  objections: none,
  minutes: none,
  meetingsToday: none,
};
type Topic = HallDesk['topics']['supported'][number];
const topic = (change: Partial<Topic> = {}): Topic => ({
  id: 'top_xfl_01jd0000000000000000000000',
  title: '电梯',
  supports: 20,
  threshold: 20,
  isLate: false,
  ...change,
});
type Vote = HallDesk['votes'][number];
const vote = (change: Partial<Vote>): Vote => ({
  id: 'vot_xfl_01jd0000000000000000000000',
  title: '表决',
  state: 'open',
  opensAt: now,
  closesAt: now,
  sheets: 0,
  objections: 0,
  ...change,
});

test('等着的事，有多少、最近到什么时候；一百件起说 99+；没有的不说', () => {
  expect(waitingWords({ waiting })).toEqual([]);
  const some = {
    ...waiting,
    answers: { count: 2, dueAt: '2026-11-25T16:00:00.000Z' },
    held: { count: 100 },
    meetingsToday: { count: 1, dueAt: '2026-11-22T11:00:00.000Z' },
  };
  expect(waitingWords({ waiting: some })).toEqual([
    expect.stringMatching(/^2 个议题要答复，最近到 .+/),
    '99+ 条文字要看',
    expect.stringMatching(/^1 个会今天开，最早 .*19:00$/),
  ]);
  expect([countWords({ count: 99 }), countWords({ count: 100 })]).toEqual(['99', '99+']);
});

test('要答复的在前，走到一半过期的也在；没过期的在下面', () => {
  const topics = {
    proposed: [topic({ supports: 7 })],
    supported: [topic({ title: '先', dueAt: '2026-11-25T16:00:00.000Z' })],
    underway: [topic({ title: '过期', step: 'discuss', isLate: true }), topic({ title: '正常', step: 'plan' })],
  };
  expect(topicsToAnswer({ topics }).map(({ title }) => title)).toEqual(['先', '过期']);
  expect(topicsUnderway({ topics })).toMatchObject([{ title: '正常', note: '现在：制定方案' }]);
  expect(topicsProposed({ topics })).toMatchObject([{ title: '电梯', note: '附议 7 / 20' }]);
});

test('表决上要做的事写清楚；没事做的在下面', () => {
  const ids = ['a', 'b', 'c', 'd'].map((end) => `vot_xfl_01jd000000000000000000000${end}`);
  const [a = '', b = '', c = '', d = ''] = ids;
  const votes = [
    vote({ id: a }),
    vote({ id: b, state: 'closed', sheets: 2 }),
    vote({ id: c, state: 'counted' }),
    vote({ id: d, state: 'published', objections: 1 }),
  ];
  expect(votesToRun({ votes }).map(({ note }) => note)).toEqual([
    '已截止，等对账、计票 · 2 张纸质票要复核',
    '已计票，要公示',
    '1 条异议待答复',
  ]);
  expect(votesRunning({ votes }).map(({ id }) => id)).toEqual([a]);
});

test('要开的、正开的会在一处；开完了，分待写纪要和待签字', () => {
  type Meeting = HallDesk['meetings'][number];
  const meeting = (title: string, state: Meeting['state'], minutesState: Meeting['minutesState']): Meeting => ({
    id: 'mtg_xfl_01jd0000000000000000000000',
    title,
    state,
    startsAt: now,
    minutesState,
  });
  const meetings = [
    meeting('要开', 'announced', 'none'),
    meeting('还没散', 'inSession', 'written'),
    meeting('没写', 'ended', 'none'),
    meeting('没签', 'ended', 'written'),
    meeting('更正', 'signed', 'written'),
  ];
  const titles = (lines: readonly { title: string }[]) => lines.map(({ title }) => title);
  expect(titles(meetingsToHold({ meetings }))).toEqual(['要开', '还没散']);
  expect(titles(minutesToWrite({ meetings }))).toEqual(['没写']);
  expect(titles(minutesToSign({ meetings }))).toEqual(['更正', '没签']);
});
