import type { CommunityId } from '@suishoupai/shared/ids';
import { shortTime } from '@suishoupai/shared/time/china';
import type { VoteCard } from '@suishoupai/shared/votes/contract';
import { electorateLabels, outcomeLabels, voteStateLabels } from '@suishoupai/shared/votes/labels';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { open, routes } from '../../../routes.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PagedCard } from './paged-card.tsx';

const standingOf = ({ state, outcome }: VoteCard): string =>
  outcome === undefined ? voteStateLabels[state] : outcomeLabels[outcome];

/** Every vote of the community, the newest first. */
export const VotesList = ({ communityId, now }: { communityId: CommunityId; now: string }) => {
  const pages = usePages(`votes ${communityId}`, (cursor?: string) =>
    call(voteRoutes.listVotes, { query: { communityId, cursor } }),
  );
  return (
    <PagedCard
      pages={pages}
      empty={<EmptyState icon="vote" title="还没有表决" />}
      rowOf={(vote) => ({
        icon: 'vote',
        title: vote.title,
        note: `${standingOf(vote)} · ${electorateLabels[vote.electorate]} · ${shortTime(vote.closesAt, now)} 截止`,
        onPress: () => open(routes.vote(vote.id)),
      })}
    />
  );
};
