import type { ItemChange } from '../dynamo/memory-items.ts';
import type { StaffWords } from '../moderation/staff-words.ts';
import { activityOf } from './activity-store.ts';

/** What staff said with a change of an activity, from when everyone can read it: what it is about, changes of that, why it was called off. */
export const staffWordsInActivities = ({ before, after }: ItemChange): StaffWords[] => {
  const activity = activityOf(after)?.activity;
  if (activity === undefined || activity.state === 'planned') return [];
  const { id: about, communityId, title: name, words, place, trace } = activity;
  return trace.slice(activityOf(before)?.activity.trace.length ?? 0).flatMap((line) => {
    if (line.what !== 'publish' && line.what !== 'change' && line.what !== 'callOff') return [];
    const said = line.what === 'callOff' ? [line.words ?? ''] : [name, words, place];
    return [{ about, communityId, name, cause: line.id, at: line.at, authorId: line.personId, words: said }];
  });
};
