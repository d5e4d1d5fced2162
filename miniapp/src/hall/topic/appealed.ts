import type { Topic, Voice } from '@suishoupai/shared/topics/contract';

/** What a takedown is about: the topic's own words or a voice. */
export type Item = Voice['id'] | 'topic';

/** A voice that was appealed just now: the list does not know it yet. */
export const asAppealed = (voice: Voice, appealed: ReadonlySet<Item>): Voice =>
  voice.takenDown !== undefined && appealed.has(voice.id)
    ? { ...voice, safety: 'appealed', takenDown: undefined }
    : voice;

/** What is said to the proposer of a topic whose words others do not see; undefined when they do. */
export const heldWords = (
  { isHeld, isMine, takenDown }: Pick<Topic, 'isHeld' | 'isMine' | 'takenDown'>,
  appealed: ReadonlySet<Item>,
): string | undefined => {
  if (takenDown !== undefined) {
    if (appealed.has('topic')) return '申诉已提交，会由另一个人再看一遍。';
    return takenDown.note === undefined ? '这个议题的文字没有公开。' : `这个议题的文字没有公开：${takenDown.note}`;
  }
  if (!isHeld) return undefined;
  return isMine ? '正在审核：文字和照片审核通过后，邻居才看得到、能附议。' : '这个议题正在审核，居民还看不到。';
};
