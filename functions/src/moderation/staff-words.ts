import type { ActivityId, CommunityId, MeetingId, PersonId, RewardId, TopicId, VoteId } from '@suishoupai/shared/ids';
import type { Tell } from '../notices/tell.ts';
import type { PeopleStore } from '../people/store.ts';
import type { WeChat } from '../wechat/client.ts';

/** What staff said in 议事厅 or of an activity for everyone to read. `name`: of what it belongs to; `cause`: what it came with. */
export type StaffWords = {
  about: TopicId | MeetingId | VoteId | ActivityId | RewardId;
  communityId: CommunityId;
  name: string;
  cause: string;
  at: string;
  authorId: PersonId;
  words: readonly string[];
};

type Deps = { people: Pick<PeopleStore, 'find'>; wechat: Pick<WeChat, 'checkText'>; tell: Tell };

/** What WeChat takes at a time. */
const longest = 2500;

const partsOf = (words: string): string[] =>
  Array.from({ length: Math.ceil(words.length / longest) }, (_, i) => words.slice(i * longest, (i + 1) * longest));

/**
 * Has words of staff checked that stand already. They are never held back: a notice that nobody can read is none, and minutes are sealed by
 * their hash. When they do not pass, the community's desk is told, once for each cause.
 */
export const makeCheckStaffWords =
  ({ people, wechat, tell }: Deps) =>
  async ({ about, communityId, name, cause, at, authorId, words }: StaffWords): Promise<void> => {
    const author = await people.find(authorId);
    for (const part of author === undefined ? [] : partsOf(words.join('\n'))) {
      if (author === undefined || (await wechat.checkText(author.openid, part)) === 'pass') continue;
      const notice = {
        kind: 'wordsFlagged' as const,
        about,
        cause,
        at,
        title: '有公开的文字没有通过检查，请看一看',
        text: name,
      };
      return tell(notice, { desk: 'community', communityId });
    }
  };
