import type { MeetingCard } from '@suishoupai/shared/meetings/contract';
import { meetingStateLabels } from '@suishoupai/shared/meetings/labels';
import { exactTime } from '@suishoupai/shared/time/china';
import type { TopicCard } from '@suishoupai/shared/topics/contract';
import { topicStepLabels } from '@suishoupai/shared/topics/labels';
import type { VoteCard } from '@suishoupai/shared/votes/contract';
import { voteStateLabels } from '@suishoupai/shared/votes/labels';
import { untilWords } from '../wall.ts';

/** What is there for the community's staff: first pages, which is what they begin with. */
export type Found = {
  claims: { items: readonly unknown[]; next?: string | undefined };
  held: { items: readonly unknown[]; next?: string | undefined };
  proposed: readonly TopicCard[];
  supported: readonly TopicCard[];
  underway: readonly TopicCard[];
  coming: readonly MeetingCard[];
  past: readonly MeetingCard[];
  votes: readonly VoteCard[];
  /** Per vote: sheets that somebody else entered, and objections without an answer. */
  sheets: Readonly<Record<string, number>>;
  objections: Readonly<Record<string, number>>;
  hasRoll: boolean;
};

export type Line = { id: string; title: string; note: string; isLate?: boolean };

/** 「3 件」, and 「20 件以上」 where there are more than one page. */
export const countWords = ({ items, next }: Found['claims']): string =>
  next === undefined ? `${items.length} 件` : `${items.length} 件以上`;

const named = (title: string | undefined): string => title ?? '文字正在核对的议题';

/** Topics that must be answered, the soonest first; then those whose present step is late. */
export const topicsToAnswer = ({ supported, underway }: Found): Line[] => {
  const due = ({ dueAt = '9' }: TopicCard) => dueAt;
  return [
    ...[...supported]
      .sort((a, b) => (due(a) < due(b) ? -1 : 1))
      .map(({ id, title, dueAt, isLate }) => ({
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
};

/** Proposals that look for support; whoever likes may take one up before it has enough. */
export const topicsProposed = ({ proposed }: Found): Line[] =>
  proposed.map(({ id, title, supports, threshold }) => ({
    id,
    title: named(title),
    note: `附议 ${supports} / ${threshold}`,
  }));

/** Topics on their way, with the step they are at. */
export const topicsUnderway = ({ underway }: Found): Line[] =>
  underway
    .filter(({ isLate }) => !isLate)
    .map(({ id, title, step, dueAt }) => ({
      id,
      title: named(title),
      note: `${step === undefined ? '' : `现在：${topicStepLabels[step].name}`}${dueAt === undefined ? '' : `，${untilWords(dueAt)} 前`}`,
    }));

const sheetsAndObjections = (id: string, { sheets, objections }: Found): string[] => [
  ...((sheets[id] ?? 0) > 0 ? [`${sheets[id]} 张纸质票等您复核`] : []),
  ...((objections[id] ?? 0) > 0 ? [`${objections[id]} 条异议待答复`] : []),
];

/** Votes on which something has to be done: sheets to confirm, totals to settle, a result to post, objections to answer. */
export const votesToRun = (found: Found): Line[] =>
  found.votes
    .map(({ id, title, state }) => {
      const todo = [
        ...(state === 'closed' ? ['已截止，等对账、计票'] : []),
        ...(state === 'counted' ? ['已计票，要公示'] : []),
        ...sheetsAndObjections(id, found),
      ];
      return { id, title, note: todo.join(' · ') };
    })
    .filter(({ note }) => note !== '');

/** The others that are not over. */
export const votesRunning = (found: Found): Line[] => {
  const urgent = votesToRun(found).map(({ id }) => id);
  return found.votes
    .filter(({ id, state }) => ['announced', 'open', 'published'].includes(state) && !urgent.includes(id))
    .map(({ id, title, state, opensAt, closesAt }) => ({
      id,
      title,
      note: `${voteStateLabels[state]} · ${state === 'announced' ? `${exactTime(opensAt)} 开始` : `${exactTime(closesAt)} 截止`}`,
    }));
};

const isOver = ({ state }: MeetingCard): boolean => state === 'ended' || state === 'signed';
const lineOfMeeting = ({ id, title, state, startsAt }: MeetingCard): Line => ({
  id,
  title,
  note: `${exactTime(startsAt)} · ${meetingStateLabels[state]}`,
});

/** Meetings to hold and those going on, also past their time. */
export const meetingsToHold = ({ coming, past }: Found): Line[] =>
  [...coming, ...past].filter((card) => !isOver(card) && card.state !== 'cancelled').map(lineOfMeeting);

/** Meetings that are over without minutes, the one that waits longest first. */
export const minutesToWrite = ({ coming, past }: Found): Line[] =>
  [...coming, ...past]
    .filter((card) => isOver(card) && card.minutesState === 'none')
    .reverse()
    .map(({ id, title, startsAt }) => ({ id, title, note: `${exactTime(startsAt)} 开的会` }));

/** Minutes that have not both signatures yet, corrections too. */
export const minutesToSign = ({ coming, past }: Found): Line[] =>
  [...coming, ...past]
    .filter((card) => isOver(card) && card.minutesState === 'written')
    .reverse()
    .map(({ id, title, startsAt, state }) => ({
      id,
      title,
      note: `${exactTime(startsAt)} 开的会${state === 'signed' ? ' · 更正' : ''}`,
    }));
