import type { RouteInput } from '@suishoupai/shared/contract/route';
import { type CommunityId, TopicId, VoteId } from '@suishoupai/shared/ids';
import { chinaDay, exactTime, msOf } from '@suishoupai/shared/time/china';
import { dayMs, hourMs } from '@suishoupai/shared/time/units';
import { Secrecy } from '@suishoupai/shared/votes/ballot';
import { earliestOpening, spanProblem } from '@suishoupai/shared/votes/clock';
import { Electorate } from '@suishoupai/shared/votes/roll';
import type { voteRoutes } from '@suishoupai/shared/votes/routes';
import type { RuleSet } from '@suishoupai/shared/votes/rule-set';
import * as z from 'zod/mini';
import { instantOf } from '../wall.ts';
import { blankQuestion, methodOf, QuestionDraft, questionMissing, questionOf } from './question-draft.ts';

/** A vote in the making, kept on the phone; its id is made with the first attempt. Times are absent until somebody chose them. */
export const VoteDraft = z.object({
  id: z.optional(VoteId),
  topicId: z.optional(TopicId),
  title: z.string(),
  announcement: z.string(),
  question: QuestionDraft,
  electorate: Electorate,
  ruleSetId: z.optional(z.string()),
  secrecy: Secrecy,
  showsTurnout: z.boolean(),
  takesPaper: z.boolean(),
  opensAt: z.optional(z.string()),
  closesAt: z.optional(z.string()),
});
export type VoteDraft = z.output<typeof VoteDraft>;

export const blankVote: VoteDraft = {
  title: '',
  announcement: '',
  question: blankQuestion,
  electorate: 'owners',
  secrecy: 'secret',
  showsTurnout: true,
  takesPaper: true,
};

/** A matter that its topic announced, and when. */
export type Matter = { text: string; at: string };

/** Rule sets that fit who votes and how it is asked; those that bind stand before those that only consult. */
export const fitting = (sets: readonly RuleSet[], { electorate, question }: VoteDraft): RuleSet[] => {
  const fit = sets.filter(
    ({ electorates, methods }) => electorates.includes(electorate) && methods.includes(methodOf(question.asking)),
  );
  return [...fit.filter(({ isAdvisory }) => !isAdvisory), ...fit.filter(({ isAdvisory }) => isAdvisory)];
};

/** When it was first announced: with its topic's notice, or by this vote. */
const announcedAt = ({ topicId, question }: VoteDraft, matters: readonly Matter[], nowIso: string): string =>
  (topicId === undefined ? undefined : matters.find(({ text }) => text === question.text)?.at) ?? nowIso;

export type Times = { opensAt: string; closesAt: string; earliest: string; notice: string };

const nextHour = (iso: string): string => new Date(Math.floor(msOf(iso) / hourMs + 1) * hourMs).toISOString();

/** From when it may be open, why, and the times that are chosen or usual: as early as may be, for a week or as long as the rules ask. */
export const timesOf = (draft: VoteDraft, rules: RuleSet, matters: readonly Matter[], nowIso: string): Times => {
  const announced = announcedAt(draft, matters, nowIso);
  const first = earliestOpening(announced, rules);
  const earliest = first > nowIso ? first : nowIso;
  const isMidnight = first > nowIso && rules.noticeDays > 0;
  const usual = isMidnight ? instantOf(chinaDay(first), '09:00') : nextHour(nowIso);
  const opensAt = draft.opensAt ?? usual;
  const days = Math.min(Math.max(7, rules.votingDays?.min ?? 1), rules.votingDays?.max ?? 366);
  const closesAt = draft.closesAt ?? new Date(msOf(opensAt) + days * dayMs).toISOString();
  const notice =
    rules.noticeDays === 0
      ? '按这套规则，公告后随时可以开始'
      : `${exactTime(announced)} 公告，满 ${rules.noticeDays} 天，最早 ${exactTime(first)} 开始`;
  return { opensAt, closesAt, earliest, notice };
};

/** What a vote still needs, in words. */
export const missingIn = (
  draft: VoteDraft,
  rules: RuleSet | undefined,
  times: Times | undefined,
  nowIso: string,
): string | undefined => {
  const question = questionMissing(draft.question);
  if (question !== undefined) return question;
  if (draft.title.trim().length < 4) return '写上表决名称，至少 4 个字';
  if (draft.announcement.trim().length < 10) return '写上说明，至少 10 个字';
  if (rules === undefined || times === undefined) return '选一套规则';
  if (times.opensAt <= nowIso) return '开始时间要晚于现在';
  if (times.opensAt < times.earliest) return '公告的天数不够，往后挪';
  return spanProblem(times, rules);
};

type Body = RouteInput<typeof voteRoutes.announceVote>['body'];

/** What is sent; undefined while something is missing. */
export const bodyOf = (
  draft: VoteDraft,
  { id, communityId, rules, times }: { id: VoteId; communityId: CommunityId; rules: RuleSet; times: Times },
): Body | undefined => {
  const question = questionOf(draft.question);
  if (question === undefined) return undefined;
  const { title, announcement, topicId, electorate, secrecy, showsTurnout, takesPaper } = draft;
  return {
    id,
    communityId,
    ...(topicId === undefined ? {} : { topicId }),
    title: title.trim(),
    announcement: announcement.trim(),
    question,
    ruleSetId: rules.id,
    electorate,
    secrecy,
    showsTurnout,
    takesPaper: takesPaper && electorate !== 'residents',
    opensAt: times.opensAt,
    closesAt: times.closesAt,
  };
};
