import { communityOf, RewardId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import type { ItemChange } from '../dynamo/memory-items.ts';
import type { StaffWords } from '../moderation/staff-words.ts';
import { versionOf } from './reward-store.ts';

/** What staff said with a new version of a reward. */
export const staffWordsInRewards = ({ before, after }: ItemChange): StaffWords[] => {
  const version = before === undefined && after !== undefined ? versionOf(after) : undefined;
  if (version === undefined) return [];
  const about = z.parse(RewardId, version.rewardId);
  const { title, description, place, hours, supplier, at, personId: authorId } = version;
  const words = [title, description, place, hours, ...(supplier === undefined ? [] : [supplier.label])];
  return [{ about, communityId: communityOf(about), name: title, cause: about, at, authorId, words }];
};
