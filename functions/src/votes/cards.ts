import type { CommunityId } from '@suishoupai/shared/ids';
import type { Progress, VoteCard } from '@suishoupai/shared/votes/contract';
import type { Viewer } from '../http/handlers.ts';
import type { PlacesService } from '../places/service.ts';
import type { BoxStore } from './box-store.ts';
import type { Electors } from './electors.ts';
import type { LogStore } from './log-store.ts';
import { makePlacesOf } from './places-of.ts';
import type { SlotRecord } from './record.ts';
import type { VoteStore } from './store.ts';

type Deps = {
  votes: Pick<VoteStore, 'find' | 'list'>;
  box: Pick<BoxStore, 'findSlot'>;
  log: Pick<LogStore, 'progress'>;
  electors: Pick<Electors, 'keysOf'>;
  places: Pick<PlacesService, 'getCommunity'>;
};

type ListQuery = { communityId: CommunityId; cursor?: string | undefined };

const standingOf = (slots: readonly SlotRecord[]): VoteCard['mine'] => {
  const isIn = ({ ballot, paper }: SlotRecord) => (ballot ?? paper) !== undefined;
  if (slots.length === 0) return 'none';
  if (slots.every(isIn)) return 'cast';
  return slots.some(isIn) ? 'partly' : 'canCast';
};

const cardTurnout = ({ at, eligible, participating }: Progress): VoteCard['turnout'] => ({
  at,
  eligible,
  participating,
});

const lately = { consistent: false };

/** The votes of a community as somebody may see them in a list; a page of cards. */
export const makeVoteCards = ({ votes, box, log, electors, places }: Deps) => {
  const placesOf = makePlacesOf({ box, electors });

  /**
   * A card with what changes while the vote is open: the vote and its turnout as they were a moment ago; the binding of the viewer and a
   * slot for each of it exactly, so that who has just cast is told so. Of other votes nothing is read.
   */
  const liveCard = async (card: VoteCard, viewer: Viewer | undefined, now: Date): Promise<VoteCard> => {
    const vote = card.state === 'open' ? await votes.find(card.id, lately) : undefined;
    if (vote?.state !== 'open' || now.toISOString() >= vote.closesAt) return card;
    const [progress, mine] = await Promise.all([
      vote.showsTurnout ? log.progress(vote.id, lately) : undefined,
      viewer === undefined ? undefined : placesOf(vote, viewer),
    ]);
    return {
      ...card,
      ...(progress === undefined ? {} : { turnout: cardTurnout(progress) }),
      ...(mine === undefined ? {} : { mine: standingOf(mine.slots) }),
    };
  };

  return async (viewer: Viewer | undefined, { communityId, cursor }: ListQuery, now: Date) => {
    await places.getCommunity(communityId, now);
    const { items, next } = await votes.list(communityId, cursor);
    return { items: await Promise.all(items.map((card) => liveCard(card, viewer, now))), next };
  };
};
export type VoteCards = ReturnType<typeof makeVoteCards>;
