import type { ActivityId, CommunityId } from '@suishoupai/shared/ids';
import type { ActivityCard } from '@suishoupai/shared/volunteering/contract';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import { fromCursor, toCursor } from '../dynamo/cursor.ts';
import type { Viewer } from '../http/handlers.ts';
import type { ActivityList, ActivityStore } from './activity-store.ts';
import type { ActivityStanding } from './standing.ts';
import { cardOf } from './view.ts';
import type { VolunteerStore } from './volunteer-store.ts';

type Deps = {
  activities: ActivityStore;
  volunteers: Pick<VolunteerStore, 'participationsOf'>;
  standing: ActivityStanding;
};
type Query = Omit<ActivityList, 'now'> & { cursor?: string | undefined };
type Page = { items: ActivityCard[]; next: string | undefined };

/** Lists of activities; how many places are left is read from each, so that a full one says so. */
export const makeReading = ({ activities, volunteers, standing }: Deps) => {
  const cardsOf = async (
    ids: readonly ActivityId[],
    viewer: Viewer | undefined,
    options: { consistent?: boolean } = {},
  ): Promise<ActivityCard[]> => {
    const found = await Promise.all(ids.map((id) => activities.find(id, options)));
    return found.flatMap((each) => (each === undefined ? [] : [cardOf(each, viewer)]));
  };
  const list = async (viewer: Viewer | undefined, { communityId, when, cursor }: Query, now: Date): Promise<Page> => {
    const { items, next } = await activities.list({ communityId, when, now: now.toISOString() }, cursor);
    return { items: await cardsOf(items, viewer, { consistent: false }), next };
  };
  return {
    list,
    listForStaff: async (viewer: Viewer, query: Query, now: Date): Promise<Page> => {
      await standing.demandPost(viewer, query.communityId, now);
      return list(viewer, query, now);
    },
    mine: async (viewer: Viewer, communityId: CommunityId, cursor: string | undefined): Promise<Page> => {
      const { personId } = viewer;
      const from = fromCursor(cursor, { fixed: { communityId }, open: ['activityId'] })?.['activityId'];
      const all = await volunteers.participationsOf({ communityId, personId });
      const rest = all
        .map(({ activityId }) => activityId)
        .filter((activityId) => from === undefined || activityId < String(from));
      const ids = rest.slice(0, volunteeringLimits.pageSize);
      const isMore = rest.length > ids.length;
      return {
        items: await cardsOf(ids, viewer),
        next: isMore ? toCursor({ communityId, activityId: ids.at(-1) }) : undefined,
      };
    },
  };
};
