import { makeElectors } from '../households/electors.ts';
import { makeHouseholdFollower } from '../households/follower.ts';
import { makeClearLeftovers } from '../households/leftovers.ts';
import { makeSettleBindings } from '../households/settling.ts';
import type { Log } from '../log.ts';
import { makeMeetingFollower } from '../meetings/follower.ts';
import { staffWordsInMeetings } from '../meetings/staff-words.ts';
import { makeCheckStaffWords } from '../moderation/staff-words.ts';
import { makeTell } from '../notices/tell.ts';
import { makePlacesService } from '../places/service.ts';
import type { Stores } from '../stores.ts';
import { makeSurroundings } from '../tickets/surroundings.ts';
import { makeTopicAudience } from '../topics/audience.ts';
import { staffWordsInTopics } from '../topics/staff-words.ts';
import { makeTopicTelling } from '../topics/telling.ts';
import { followTopicsOn, sweepTopicsOn } from '../topics/wiring.ts';
import { makeVoteFollower } from '../votes/follower.ts';
import { makeVoteClockwork, makeVoteTransfer } from '../votes/service.ts';
import { makeSigner } from '../votes/signer.ts';
import { staffWordsInVotes } from '../votes/staff-words.ts';
import { makeVoteSweep } from '../votes/sweep.ts';
import type { WeChat } from '../wechat/client.ts';

type Deps = { stores: Stores; voteKey: string; newEventId: () => `evt_${string}` };
type Change = Parameters<ReturnType<typeof makeTopicTelling>>[0];

const votesOn = ({ stores, voteKey }: Pick<Deps, 'stores' | 'voteKey'>) => ({
  stores,
  electors: makeElectors(stores),
  signer: makeSigner(voteKey),
});

/**
 * What follows from a change in 议事厅. Each part looks at the items that are its own and does again without harm what it has done already,
 * so a record that comes twice changes nothing.
 */
export const makeHallFollower = ({
  stores,
  wechat,
  voteKey,
  newEventId,
  now,
}: Deps & { wechat: Pick<WeChat, 'checkText'>; now: () => Date }) => {
  const places = makePlacesService({ places: stores.places, recentCategories: async () => [] });
  const surroundings = makeSurroundings({ tickets: stores.tickets, places });
  const votes = votesOn({ stores, voteKey });
  const tell = makeTell({ ...stores, followersOf: makeTopicAudience(stores) });

  const followHouseholds = makeHouseholdFollower({
    settleBindings: makeSettleBindings({ ...stores, newEventId, now }),
    clearLeftovers: makeClearLeftovers({ ...stores, now }),
    onTransfer: makeVoteTransfer({ ...votes, now }),
    tell: ({ to, claimId, ...notice }) =>
      tell({ ...notice, about: claimId }, 'desk' in to ? to : { personIds: [to.personId] }),
  });
  const followMeetings = makeMeetingFollower({
    tell: ({ followersOf: topicIds, meetingId, ...notice }) =>
      tell({ ...notice, about: meetingId }, { followersOf: topicIds }),
  });
  const followVotes = makeVoteFollower({
    ...stores,
    electors: votes.electors,
    wechat,
    tell: ({ to: _, voteId, ...notice }, addressees) => tell({ ...notice, about: voteId }, addressees),
  });
  const tellTopics = makeTopicTelling({
    tell: ({ to, topicId, ...notice }) =>
      tell(
        { ...notice, about: topicId },
        'personId' in to ? { personIds: [to.personId] } : 'desk' in to ? to : { followersOf: [to.followersOf] },
      ),
  });
  const checkStaffWords = makeCheckStaffWords({ ...stores, wechat, tell });
  const followTopics = followTopicsOn({ ...stores, wechat, surroundings, newEventId, now });

  return async (change: Change): Promise<void> => {
    await followHouseholds(change);
    await followTopics(change);
    await tellTopics(change);
    await followMeetings(change);
    await followVotes(change);
    const said = [...staffWordsInTopics(change), ...staffWordsInMeetings(change), ...staffWordsInVotes(change)];
    for (const words of said) await checkStaffWords(words);
  };
};

/** What the clock does in 议事厅. */
export const makeHallSweep = ({ stores, voteKey, newEventId, log }: Deps & { log: Log }) => {
  const sweepVotes = makeVoteSweep({
    votes: stores.votes,
    clockwork: makeVoteClockwork(votesOn({ stores, voteKey })),
    log,
  });
  const sweepTopics = sweepTopicsOn({ ...stores, newEventId, log });
  return async (now: Date) => ({ votes: await sweepVotes(now), topics: await sweepTopics(now) });
};
