import { type HallDesk, type HallWaiting, hallLimits, type Waiting } from '@suishoupai/shared/hall/contract';
import { meetingStateLabels } from '@suishoupai/shared/meetings/labels';
import { exactTime, untilWords } from '@suishoupai/shared/time/china';
import { topicStepLabels } from '@suishoupai/shared/topics/labels';
import { voteStateLabels } from '@suishoupai/shared/votes/labels';

export type Line = { id: string; title: string; note: string; isLate?: boolean };

/** 「3」, and 「99+」 where there are more than were counted. */
export const countWords = ({ count }: Pick<Waiting, 'count'>): string =>
  count >= hallLimits.mostCounted ? '99+' : String(count);

const named = (title: string | undefined): string => title ?? '文字正在核对的议题';

const kinds: readonly { of: keyof HallWaiting; name: string; due: string }[] = [
  { of: 'answers', name: '个议题要答复', due: '最近到' },
  { of: 'lateSteps', name: '个议题有一步过期', due: '最早该在' },
  { of: 'claims', name: '份房屋认证要核对', due: '' },
  { of: 'held', name: '条文字要看', due: '' },
  { of: 'paper', name: '张纸质票要复核', due: '' },
  { of: 'counts', name: '次表决要对账、计票', due: '' },
  { of: 'results', name: '个结果要公示', due: '' },
  { of: 'objections', name: '条异议要答复', due: '最近到' },
  { of: 'minutes', name: '次会的纪要要写、要签', due: '' },
  { of: 'meetingsToday', name: '个会今天开', due: '最早' },
];

/** What waits, each with its number and the nearest date; empty when nothing does. */
export const waitingWords = ({ waiting }: Pick<HallDesk, 'waiting'>): string[] =>
  kinds
    .filter(({ of }) => waiting[of].count > 0)
    .map(({ of, name, due }) => {
      const { dueAt } = waiting[of];
      const until =
        dueAt === undefined ? '' : `，${due} ${of === 'meetingsToday' ? exactTime(dueAt) : untilWords(dueAt)}`;
      return `${countWords(waiting[of])} ${name}${until}`;
    });

/** Topics that must be answered, the soonest first; then those whose present step is late. */
export const topicsToAnswer = ({ topics: { supported, underway } }: Pick<HallDesk, 'topics'>): Line[] => [
  ...supported.map(({ id, title, dueAt, isLate }) => ({
    id,
    title: named(title),
    note: dueAt === undefined ? '附议够了，要答复' : `${isLate ? '已过期限' : '答复期限'} ${untilWords(dueAt)}`,
    isLate,
  })),
  ...underway
    .filter(({ isLate }) => isLate)
    .map(({ id, title, step, dueAt }) => ({
      id,
      title: named(title),
      note: `${step === undefined ? '这一步' : `「${topicStepLabels[step].name}」`}过期${dueAt === undefined ? '' : `，到 ${untilWords(dueAt)} 为止`}`,
      isLate: true,
    })),
];

/** Proposals that look for support; whoever likes may take one up before it has enough. */
export const topicsProposed = ({ topics: { proposed } }: Pick<HallDesk, 'topics'>): Line[] =>
  proposed.map(({ id, title, supports, threshold }) => ({
    id,
    title: named(title),
    note: `附议 ${supports} / ${threshold}`,
  }));

/** Topics on their way, with the step they are at. */
export const topicsUnderway = ({ topics: { underway } }: Pick<HallDesk, 'topics'>): Line[] =>
  underway
    .filter(({ isLate }) => !isLate)
    .map(({ id, title, step, dueAt }) => ({
      id,
      title: named(title),
      note: `${step === undefined ? '' : `现在：${topicStepLabels[step].name}`}${dueAt === undefined ? '' : `，${untilWords(dueAt)} 前`}`,
    }));

const todoOf = ({ state, sheets, objections }: HallDesk['votes'][number]): string =>
  [
    ...(state === 'closed' ? ['已截止，等对账、计票'] : []),
    ...(state === 'counted' ? ['已计票，要公示'] : []),
    ...(sheets > 0 ? [`${sheets} 张纸质票要复核`] : []),
    ...(objections > 0 ? [`${objections} 条异议待答复`] : []),
  ].join(' · ');

/** Votes on which something has to be done: sheets to confirm, totals to settle, a result to post, objections to answer. */
export const votesToRun = ({ votes }: Pick<HallDesk, 'votes'>): Line[] =>
  votes.map((vote) => ({ id: vote.id, title: vote.title, note: todoOf(vote) })).filter(({ note }) => note !== '');

/** The others that are not over. */
export const votesRunning = ({ votes }: Pick<HallDesk, 'votes'>): Line[] =>
  votes
    .filter((vote) => todoOf(vote) === '')
    .map(({ id, title, state, opensAt, closesAt }) => ({
      id,
      title,
      note: `${voteStateLabels[state]} · ${state === 'announced' ? `${exactTime(opensAt)} 开始` : `${exactTime(closesAt)} 截止`}`,
    }));

type Meeting = HallDesk['meetings'][number];
const isOver = ({ state }: Meeting): boolean => state === 'ended' || state === 'signed';

/** Meetings to hold and those going on, also past their time. */
export const meetingsToHold = ({ meetings }: Pick<HallDesk, 'meetings'>): Line[] =>
  meetings
    .filter((meeting) => !isOver(meeting))
    .map(({ id, title, state, startsAt }) => ({
      id,
      title,
      note: `${exactTime(startsAt)} · ${meetingStateLabels[state]}`,
    }));

/** Meetings that are over without minutes, the one that waits longest first. */
export const minutesToWrite = ({ meetings }: Pick<HallDesk, 'meetings'>): Line[] =>
  meetings
    .filter((meeting) => isOver(meeting) && meeting.minutesState === 'none')
    .reverse()
    .map(({ id, title, startsAt }) => ({ id, title, note: `${exactTime(startsAt)} 开的会` }));

/** Minutes that have not both signatures yet, corrections too. */
export const minutesToSign = ({ meetings }: Pick<HallDesk, 'meetings'>): Line[] =>
  meetings
    .filter((meeting) => isOver(meeting) && meeting.minutesState === 'written')
    .reverse()
    .map(({ id, title, startsAt, state }) => ({
      id,
      title,
      note: `${exactTime(startsAt)} 开的会${state === 'signed' ? ' · 更正' : ''}`,
    }));
