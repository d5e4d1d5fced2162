import type { CommunityId, PersonId, StreetId, TopicId } from '../ids.ts';
import { untilWords } from '../time/china.ts';
import type { TopicEvent } from './contract.ts';
import { noticesOfWords, type WordsFacts } from './judged-notices.ts';
import { topicStepLabels } from './labels.ts';
import type { TopicStep } from './paths.ts';

/** What of a topic its notices look at. */
export type TopicFacts = {
  id: TopicId;
  communityId: CommunityId;
  streetId: StreetId;
  proposerId: PersonId;
  /** Absent while its words wait for the safety check or are hidden: then others are told of a topic without its name. */
  title?: string | undefined;
  proposedAt: string;
  state: string;
  answerBy?: string | undefined;
  safety: string;
  judged?: { id: string; at: string; note?: string | undefined } | undefined;
  appeal?: { id: string; at: string } | undefined;
  events: readonly Pick<TopicEvent, 'id' | 'at' | 'what' | 'step' | 'words'>[];
};

export type TopicNotice = {
  /** The proposer, everyone who follows the topic (proposer and supporters), or a desk. */
  to:
    | { personId: PersonId }
    | { followersOf: TopicId }
    | { desk: 'community'; communityId: CommunityId }
    | { desk: 'street'; streetId: StreetId };
  kind: 'topicProgress' | 'topicWaiting' | 'topicOverdue' | 'topicReview' | 'topicTakedown';
  /** What it follows from: the id of a line or an action, and when. The same change gives the same notices, so they may be kept again. */
  cause: string;
  at: string;
  title: string;
  text: string;
  topicId: TopicId;
};

type Draft = Pick<TopicNotice, 'to' | 'kind' | 'title'> & { what?: string | undefined };

const stepDoneDraft = (to: TopicNotice['to'], step: TopicStep | undefined, state: string): Draft => {
  if (state === 'done') return { to, kind: 'topicProgress', title: '议题办结了', what: '请来评价' };
  if (step === 'carryOut') return { to, kind: 'topicProgress', title: '议题落实了', what: '请来评价' };
  return { to, kind: 'topicProgress', title: '议题有进展', what: step && `${topicStepLabels[step].name}已完成` };
};

/** Who is told what of one line of the trace; meetings and votes speak for themselves. */
const draftsOf = (topic: TopicFacts, { what, words, step, id }: TopicFacts['events'][number]): Draft[] => {
  const community = { desk: 'community', communityId: topic.communityId } as const;
  const street = { desk: 'street', streetId: topic.streetId } as const;
  const followers = { followersOf: topic.id } as const;
  const isLast = topic.events.at(-1)?.id === id;
  switch (what) {
    case 'propose':
      return [{ to: community, kind: 'topicProgress', title: '有新议题' }];
    case 'support': {
      const by = topic.answerBy === undefined ? undefined : `请最晚 ${untilWords(topic.answerBy)} 答复`;
      return [
        { to: community, kind: 'topicWaiting', title: '议题附议够了，请答复', what: by },
        { to: { personId: topic.proposerId }, kind: 'topicProgress', title: '您的议题附议够了', what: words },
      ];
    }
    case 'takeUp':
      return [{ to: followers, kind: 'topicProgress', title: '议题受理了' }];
    case 'refuse':
      return [{ to: followers, kind: 'topicProgress', title: '议题没有受理', what: words }];
    case 'lapse':
      return [{ to: followers, kind: 'topicProgress', title: '议题附议不够，作罢了', what: words }];
    case 'announce':
      return [{ to: followers, kind: 'topicProgress', title: '会前公告', what: words }];
    case 'step':
      return [stepDoneDraft(followers, step, isLast ? topic.state : 'underway')];
    case 'ticket':
      return [{ to: followers, kind: 'topicProgress', title: '决定转成了工单', what: words }];
    case 'answerLate':
      return [
        { to: community, kind: 'topicOverdue', title: '议题逾期没有答复' },
        { to: street, kind: 'topicOverdue', title: '议题逾期没有答复' },
      ];
    case 'stepLate':
      return [
        {
          to: community,
          kind: 'topicOverdue',
          title: '议题有一步逾期',
          what: step === undefined ? undefined : topicStepLabels[step].name,
        },
      ];
    case 'plan':
    case 'summary':
    case 'withdraw':
    case 'meeting':
    case 'vote':
      return [];
    default:
      return what satisfies never;
  }
};

/** What a change of a topic has to be told, and to whom. `before` is absent when it was just proposed. Pure. */
export const noticesOf = ({ before, after }: { before?: TopicFacts | undefined; after: TopicFacts }): TopicNotice[] => {
  const name = after.title ?? '一个议题';
  const say = ({ to, kind, title, what }: Draft, cause: string, at: string): TopicNotice => ({
    to,
    kind,
    title,
    text: what === undefined ? name : `${name}：${what}`,
    cause,
    at,
    topicId: after.id,
  });
  const lines = after.events.slice(before?.events.length ?? 0);
  const notices = lines.flatMap((line) => draftsOf(after, line).map((draft) => say(draft, line.id, line.at)));
  const [first] = after.events;
  if (first === undefined) return notices;
  const words = { ...after, id: first.id, at: first.at, authorId: after.proposerId };
  const ofWords = noticesOfWords('议题', { before, after: words });
  return [...notices, ...ofWords.map(({ cause, at, ...draft }) => say(draft, cause, at))];
};

/** A voice in the discussion of a topic. */
export type VoiceFacts = WordsFacts & { topicId: TopicId; text: string };

const quoted = 20;

/** What a change of a voice has to be told, and to whom; the words themselves to their author and to those who decide on them. Pure. */
export const noticesOfVoice = ({
  before,
  after,
}: {
  before?: VoiceFacts | undefined;
  after: VoiceFacts;
}): TopicNotice[] => {
  const { topicId, text } = after;
  const name = text.length > quoted ? `${text.slice(0, quoted)}…` : text;
  return noticesOfWords('发言', { before, after }).map(({ what, ...told }) => ({
    ...told,
    text: what === undefined ? name : `${name}：${what}`,
    topicId,
  }));
};
