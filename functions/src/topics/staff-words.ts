import type { StaffWords } from '../moderation/staff-words.ts';
import type { HallChange } from './follower.ts';
import { topicOf } from './store.ts';

/** What staff said with a change of a topic: reasons, plans, announcements, summaries, decisions. */
export const staffWordsInTopics = ({ before, after }: HallChange): StaffWords[] => {
  const topic = topicOf(after);
  const known = topicOf(before);
  if (topic === undefined || known === undefined) return [];
  const { id: about, communityId, title: name, proposerId } = topic;
  const announced = topic.announcements
    .slice(known.announcements.length)
    .flatMap(({ words, matters }) => [words, ...matters]);
  return topic.events.slice(known.events.length).flatMap(({ id: cause, at, what, personId: authorId, words }) => {
    const said = [...(words === undefined ? [] : [words]), ...(what === 'announce' ? announced : [])];
    if (authorId === undefined || authorId === proposerId || said.length === 0) return [];
    return [{ about, communityId, name, cause, at, authorId, words: said }];
  });
};
