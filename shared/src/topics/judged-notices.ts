import type { CommunityId, PersonId } from '../ids.ts';
import type { TopicNotice } from './notices.ts';

/** What of somebody's words, a topic's own or a voice, the notices about their safety look at. */
export type WordsFacts = {
  /** Of the line or the action that said them. */
  id: string;
  at: string;
  authorId: PersonId;
  communityId: CommunityId;
  safety: string;
  judged?: { id: string; at: string; note?: string | undefined } | undefined;
  appeal?: { id: string; at: string } | undefined;
};

type Told = Pick<TopicNotice, 'to' | 'kind' | 'cause' | 'at' | 'title'> & { what?: string | undefined };

const waits = { held: '有内容等您决定是否公开', flagged: '有人投诉，请决定是否公开' } as const;

/**
 * Whom it concerns that words wait for a person, were taken down (and why), are appealed, or were looked at again. `name`: what they are to
 * their author, 「议题」 or 「发言」. Pure.
 */
export const noticesOfWords = (
  name: '议题' | '发言',
  { before, after }: { before?: Pick<WordsFacts, 'safety' | 'judged'> | undefined; after: WordsFacts },
): Told[] => {
  const { safety, judged, appeal, authorId, communityId } = after;
  if (safety === before?.safety && judged?.id === before.judged?.id) return [];
  const desk = { to: { desk: 'community', communityId }, kind: 'topicReview' } as const;
  const author = { to: { personId: authorId }, kind: 'topicTakedown' } as const;
  // A decision settles what was before it: what waits again is told again.
  const cause = judged?.id ?? after.id;
  const at = judged?.at ?? after.at;
  const isNew = judged !== undefined && judged.id !== before?.judged?.id;
  if (safety === 'held' || safety === 'flagged') return [{ ...desk, cause, at, title: waits[safety] }];
  if (safety === 'appealed' && appeal !== undefined) {
    return [{ ...desk, cause: appeal.id, at: appeal.at, title: '有人申诉，请再看一次' }];
  }
  if (!isNew) return [];
  const isSecond = before?.safety === 'appealed';
  if (safety === 'pass') return isSecond ? [{ ...author, cause, at, title: `申诉通过了，您的${name}又公开了` }] : [];
  const title = isSecond ? `再看了一次，您的${name}还是没有公开` : `您的${name}没有公开`;
  return [{ ...author, cause, at, title, what: judged.note }];
};
