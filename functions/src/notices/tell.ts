import type { CommunityId, PersonId, StreetId, TopicId } from '@suishoupai/shared/ids';
import type { Notice } from '@suishoupai/shared/people/contract';
import type { PeopleStore } from '../people/store.ts';
import type { NoticeStore } from './store.ts';

/** Whom a notice is meant for: people by name, everyone at the desk of a community, or whoever follows one of some topics. */
export type Addressees =
  | { personIds: readonly PersonId[] }
  | { desk: 'community'; communityId: CommunityId }
  | { desk: 'street'; streetId: StreetId }
  | { followersOf: readonly TopicId[] };

/** `cause`: what it follows from. The same cause and kind leave one notice, however often it is told. */
export type Told = Pick<Notice, 'kind' | 'at' | 'title' | 'text' | 'about'> & { cause: string };

type Deps = {
  notices: Pick<NoticeStore, 'keep'>;
  people: Pick<PeopleStore, 'staffOf'>;
  followersOf: (topicId: TopicId) => Promise<readonly PersonId[]>;
};

/** A vote of 8,000 electors is told in seconds so, well within the minute that one record of the stream may take. */
const keptAtOnce = 25;

/** Puts a notice into the inboxes of those it is meant for. Fails when one of them could not be kept: again, it keeps the rest. */
export const makeTell = ({ notices, people, followersOf }: Deps) => {
  const namesOf = async (to: Addressees): Promise<Set<PersonId>> => {
    if ('personIds' in to) return new Set(to.personIds);
    if ('desk' in to) return new Set(await people.staffOf('streetId' in to ? to.streetId : to.communityId, to.desk));
    return new Set((await Promise.all(to.followersOf.map(followersOf))).flat());
  };
  return async ({ cause, ...notice }: Told, to: Addressees): Promise<void> => {
    const id = `${notice.at}#${cause}#${notice.kind}`;
    const personIds = [...(await namesOf(to))];
    for (let at = 0; at < personIds.length; at += keptAtOnce) {
      await Promise.all(
        personIds.slice(at, at + keptAtOnce).map((personId) => notices.keep(personId, { id, ...notice })),
      );
    }
  };
};

export type Tell = ReturnType<typeof makeTell>;
