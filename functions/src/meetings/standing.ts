import { AppError } from '@suishoupai/shared/contract/errors';
import type { CommunityId, MeetingId } from '@suishoupai/shared/ids';
import type { Grant } from '@suishoupai/shared/people/contract';
import type { Viewer } from '../http/handlers.ts';
import { makePostIn } from '../people/posts.ts';
import type { PlacesService } from '../places/service.ts';
import type { MeetingRecord } from './record.ts';
import type { MeetingStore } from './store.ts';

type Deps = { meetings: Pick<MeetingStore, 'find'>; places: Pick<PlacesService, 'getCommunity'> };

/** Who stands how to a meeting: the community's staff and the street's coordinator act for it, everybody else is a resident. */
export const makeStanding = ({ meetings, places }: Deps) => {
  const postIn = makePostIn(places);

  const demandPost = async (viewer: Viewer, communityId: CommunityId, now: Date): Promise<Grant> => {
    const post = await postIn(viewer, communityId, now);
    if (post === undefined) throw new AppError('access.denied');
    return post;
  };

  const find = async (id: MeetingId): Promise<MeetingRecord> => {
    const meeting = await meetings.find(id);
    if (meeting === undefined) throw new AppError('meeting.notFound');
    return meeting;
  };

  return {
    find,
    postIn,
    demandPost,
    /** The meeting and the post under which its community's people act on it; AppError for everybody else. */
    findForStaff: async (viewer: Viewer, id: MeetingId, now: Date) => {
      const meeting = await find(id);
      return { post: await demandPost(viewer, meeting.communityId, now), meeting };
    },
  };
};

export type Standing = ReturnType<typeof makeStanding>;
