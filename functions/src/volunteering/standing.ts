import { AppError } from '@suishoupai/shared/contract/errors';
import type { ActivityId, CommunityId } from '@suishoupai/shared/ids';
import type { Grant } from '@suishoupai/shared/people/contract';
import { isPossible } from '@suishoupai/shared/volunteering/rules';
import type { ActivityEvent } from '@suishoupai/shared/volunteering/transitions';
import type { Viewer } from '../http/handlers.ts';
import { makePostIn } from '../people/posts.ts';
import type { PlacesService } from '../places/service.ts';
import type { ActivityStore } from './activity-store.ts';
import type { Activity, ActivityRecord } from './record.ts';

type Deps = { activities: Pick<ActivityStore, 'find'>; places: Pick<PlacesService, 'getCommunity'> };

export const demand = (activity: ActivityRecord, event: ActivityEvent, now: Date): void => {
  if (!isPossible(activity, event, now.toISOString())) throw new AppError('activity.stepNotAllowed');
};

/** Who stands how to an activity: the community's staff and the street's coordinator act for it, everybody else may come. */
export const makeStanding = ({ activities, places }: Deps) => {
  const postIn = makePostIn(places);

  const demandPost = async (viewer: Viewer, communityId: CommunityId, now: Date): Promise<Grant> => {
    const post = await postIn(viewer, communityId, now);
    if (post === undefined) throw new AppError('access.denied');
    return post;
  };

  const find = async (id: ActivityId): Promise<Activity> => {
    const found = await activities.find(id);
    if (found === undefined) throw new AppError('activity.notFound');
    return found;
  };

  return {
    postIn,
    demandPost,
    find,
    /** One that is only planned is there for nobody but staff. */
    findPublic: async (id: ActivityId): Promise<Activity> => {
      const found = await find(id);
      if (found.activity.state === 'planned') throw new AppError('activity.notFound');
      return found;
    },
    findForStaff: async (viewer: Viewer, id: ActivityId, now: Date) => {
      const found = await find(id);
      return { ...found, post: await demandPost(viewer, found.activity.communityId, now) };
    },
  };
};

export type ActivityStanding = ReturnType<typeof makeStanding>;
