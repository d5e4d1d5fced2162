import { correctionNotices } from '@suishoupai/shared/points/notices';
import type { ItemChange } from '../dynamo/memory-items.ts';
import type { Tell } from '../notices/tell.ts';
import type { PeopleStore } from '../people/store.ts';
import { type CorrectionRecord, correctionIn } from './correction-store.ts';

type Deps = { people: Pick<PeopleStore, 'staffOf'>; tell: Tell };

/** What follows from a change of a correction: word to the owner of the book, and to those who have to agree. Again, it says the same. */
export const makeCorrectionFollower = ({ people, tell }: Deps) => {
  /** Not whoever asked for it, and not the owner: neither may decide. */
  const othersThan = async ({ communityId, by, personId }: CorrectionRecord) =>
    (await people.staffOf(communityId, 'community')).filter((each) => each !== by.personId && each !== personId);

  return async ({ before, after }: ItemChange): Promise<void> => {
    const correction = after === undefined ? undefined : correctionIn(after);
    if (correction === undefined) return;
    const { id, communityId, personId, by } = correction;
    const known = before === undefined ? undefined : correctionIn(before);
    for (const { to, ...notice } of correctionNotices(known, correction)) {
      const personIds = to === 'owner' ? [personId] : to === 'author' ? [by.personId] : await othersThan(correction);
      await tell({ ...notice, cause: id, about: communityId }, { personIds });
    }
  };
};
