import type { CommunityId } from '@suishoupai/shared/ids';
import { meetingKindLabels, meetingStateLabels } from '@suishoupai/shared/meetings/labels';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { shortTime } from '@suishoupai/shared/time/china';
import { call } from '../../../api/client.ts';
import { usePages } from '../../../load/use-pages.ts';
import { open, routes } from '../../../routes.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PagedCard } from './paged-card.tsx';

/** The meetings that were, the newest first. */
export const MeetingsList = ({ communityId, now }: { communityId: CommunityId; now: string }) => {
  const pages = usePages(`meetings ${communityId}`, (cursor?: string) =>
    call(meetingRoutes.listMeetings, { query: { communityId, when: 'past', cursor } }),
  );
  return (
    <PagedCard
      pages={pages}
      empty={<EmptyState icon="calendar" title="还没有开过会" />}
      rowOf={({ id, title, kind, state, startsAt }) => ({
        icon: 'calendar',
        title,
        note: `${meetingKindLabels[kind]} · ${shortTime(startsAt, now)} · ${meetingStateLabels[state]}`,
        onPress: () => open(routes.meeting(id)),
      })}
    />
  );
};
