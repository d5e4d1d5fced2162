import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { DeskName, kitRoutes, Templates } from '@suishoupai/shared/desk-kit/contract';
import { defaultTemplates } from '@suishoupai/shared/desk-kit/defaults';
import type { CommunityId } from '@suishoupai/shared/ids';
import type { Scope } from '@suishoupai/shared/people/contract';
import type { Viewer } from '../http/handlers.ts';
import { deskOfGrant, scopeOfGrant } from '../people/store.ts';
import type { PlacesService } from '../places/service.ts';
import type { ActivityStore } from './activity-store.ts';
import type { TemplatesStore } from './templates-store.ts';

type Deps = { templates: TemplatesStore; activity: ActivityStore; places: Pick<PlacesService, 'getCommunity'> };
type PutBody = RouteRequest<(typeof kitRoutes)['putTemplates']>['body'];

export const makeKitService = ({ templates, activity, places }: Deps) => {
  const mustSitAt = ({ grants }: Viewer, scope: Scope, desk: DeskName) => {
    const isSeated = grants.some((grant) => scopeOfGrant(grant) === scope && deskOfGrant(grant) === desk);
    if (!isSeated) throw new AppError('access.denied');
  };

  return {
    templates: async (viewer: Viewer, scope: Scope, desk: DeskName): Promise<Templates> => {
      mustSitAt(viewer, scope, desk);
      return (await templates.find(scope, desk)) ?? { version: 0, texts: [...defaultTemplates(desk)] };
    },

    putTemplates: async (viewer: Viewer, body: PutBody): Promise<Templates> => {
      const { communityId: scope, desk, version, texts } = body;
      mustSitAt(viewer, scope, desk);
      const standing = await templates.put(scope, desk, { version: version + 1, texts });
      const isMine = standing.version === version + 1 && JSON.stringify(standing.texts) === JSON.stringify(texts);
      if (!isMine) throw new AppError('templates.changed');
      return standing;
    },

    /** The street watches over all desks of its communities, as community staff do over those of their own. */
    activity: async (
      viewer: Viewer,
      communityId: CommunityId,
      desk: DeskName,
      cursor: string | undefined,
      now: Date,
    ) => {
      const { streetId } = await places.getCommunity(communityId, now);
      const isOver = viewer.grants.some((grant) =>
        grant.role === 'coordinator'
          ? grant.streetId === streetId
          : grant.role === 'communityStaff' && grant.communityId === communityId,
      );
      if (!isOver) mustSitAt(viewer, communityId, desk);
      return activity.list(communityId, desk, cursor);
    },
  };
};

export type KitService = ReturnType<typeof makeKitService>;
