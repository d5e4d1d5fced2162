import { householdRoutes } from '@suishoupai/shared/households/contract';
import type { CommunityId } from '@suishoupai/shared/ids';
import { meetingRoutes } from '@suishoupai/shared/meetings/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { type VoteCard, voteRoutes } from '@suishoupai/shared/votes/contract';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import type { Found } from '../waiting.ts';

/** By vote, how many of its sheets wait for this viewer, or of its objections for an answer. */
const counted = async (
  votes: readonly VoteCard[],
  count: (vote: VoteCard) => Promise<number>,
): Promise<Record<string, number>> =>
  Object.fromEntries(await Promise.all(votes.map(async (vote) => [vote.id, await count(vote)])));

const sheetsOf = async ({ id: voteId }: VoteCard): Promise<number> => {
  const { items } = await call(voteRoutes.listPaper, { params: { voteId }, query: {} });
  return items.filter(({ state, isMine }) => state === 'waiting' && !isMine).length;
};

const openObjections = async ({ id: voteId }: VoteCard): Promise<number> => {
  const { items } = await call(voteRoutes.listObjections, { params: { voteId }, query: { only: 'unanswered' } });
  return items.length;
};

const askDesk = async (communityId: CommunityId): Promise<Found> => {
  const params = { communityId };
  const [claims, spoken, objected, proposed, supported, underway, coming, past, votes, roll] = await Promise.all([
    call(householdRoutes.listClaims, { params, query: {} }),
    call(topicStaffRoutes.listHeldWords, { params, query: {} }),
    call(voteRoutes.listHeldObjections, { query: { communityId } }),
    call(topicRoutes.listTopics, { query: { communityId, state: 'proposed' } }),
    call(topicRoutes.listTopics, { query: { communityId, state: 'supported' } }),
    call(topicRoutes.listTopics, { query: { communityId, state: 'underway' } }),
    call(meetingRoutes.listMeetings, { query: { communityId, when: 'coming' } }),
    call(meetingRoutes.listMeetings, { query: { communityId, when: 'past' } }),
    call(voteRoutes.listVotes, { query: { communityId } }),
    call(householdRoutes.getRoll, { params }),
  ]);
  const inState = (...states: VoteCard['state'][]) => votes.items.filter(({ state }) => states.includes(state));
  const [sheets, objections] = await Promise.all([
    counted(inState('open', 'closed'), sheetsOf),
    counted(inState('published'), openObjections),
  ]);
  return {
    claims,
    held: { items: [...objected.items, ...spoken.items], next: objected.next ?? spoken.next },
    proposed: proposed.items,
    supported: supported.items,
    underway: underway.items,
    coming: coming.items,
    past: past.items,
    votes: votes.items,
    sheets,
    objections,
    hasRoll: roll.standing !== undefined,
  };
};

/** What waits for the community's staff. */
export const useDesk = (communityId: CommunityId, ask = askDesk) => {
  const load = useLoad(communityId, () => ask(communityId), { reloadOnShow: true });
  useRefresh(load.reload);
  return load;
};
