import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { CommunityId, PersonId } from '@suishoupai/shared/ids';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { Learnt, Profile, VolunteerRecord } from '@suishoupai/shared/volunteering/contract';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import type { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import type { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import type { Viewer } from '../http/handlers.ts';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from '../tickets/digest.ts';
import type { NoteLook } from './looks.ts';
import { standingHours } from './record.ts';
import type { ActivityStanding } from './standing.ts';
import type { VolunteerKey, VolunteerStore } from './volunteer-store.ts';

type Deps = {
  volunteers: VolunteerStore;
  standing: ActivityStanding;
  places: Pick<PlacesService, 'getCommunity'>;
  noteLooks: NoteLook;
};
type ProfileBody = RouteRequest<(typeof volunteeringRoutes)['saveVolunteerProfile']>['body'];
type LearntBody = RouteRequest<(typeof volunteeringStaffRoutes)['addLearnt']>['body'];

/** Volunteers: what they say of themself, what staff enter, and the record that the law wants. */
export const makeRegistering = ({ volunteers, standing, places, noteLooks }: Deps) => {
  const recordOf = async (key: VolunteerKey): Promise<VolunteerRecord | undefined> => {
    const [profile, participations, learnt] = await Promise.all([
      volunteers.findProfile(key),
      volunteers.participationsOf(key),
      volunteers.learntOf(key),
    ]);
    if (profile === undefined) return undefined;
    const services = participations
      .flatMap((participation) => {
        const hours = standingHours(participation);
        if (hours === undefined) return [];
        return [{ ...hours, activityId: participation.activityId, day: chinaDay(hours.servedAt) }];
      })
      .toSorted((a, b) => (a.day < b.day ? 1 : -1));
    const minutes = services.reduce((sum, service) => sum + service.minutes, 0);
    return { profile, minutes, services, learnt: learnt.toSorted((a, b) => (a.day < b.day ? 1 : -1)) };
  };

  const profile = async (viewer: Viewer, communityId: CommunityId): Promise<{ profile?: Profile | undefined }> => ({
    profile: await volunteers.findProfile({ communityId, personId: viewer.personId }),
  });

  return {
    profile,

    save: async (viewer: Viewer, communityId: CommunityId, body: ProfileBody, now: Date): Promise<Profile> => {
      const { id, follows, agreed: _, ...words } = body;
      const { personId } = viewer;
      if (words.isMinor && words.guardian === undefined) throw new AppError('volunteer.guardianNeeded');
      await places.getCommunity(communityId, now);
      const key = { communityId, personId };
      const digest = digestOf(words);
      const consentedAt = now.toISOString();
      const { guardian: _g, ...grown } = words;
      const said = words.isMinor ? words : grown;
      const next = { ...said, personId, id, digest, version: follows + 1, consentedAt };
      const known = await volunteers.findProfile(key);
      const stands = known?.id === id || !(await volunteers.saveProfile(communityId, next));
      const after = stands ? await volunteers.findProfile(key) : next;
      if (after?.id !== id) throw new AppError('volunteer.changed');
      if (after.digest !== digest) throw new AppError('id.reused');
      return after;
    },

    record: async (viewer: Viewer, communityId: CommunityId): Promise<VolunteerRecord> => {
      const record = await recordOf({ communityId, personId: viewer.personId });
      if (record === undefined) throw new AppError('volunteer.profileNeeded');
      return record;
    },

    recordForStaff: async (viewer: Viewer, key: VolunteerKey, now: Date): Promise<VolunteerRecord> => {
      const { label } = await standing.demandPost(viewer, key.communityId, now);
      const record = await recordOf(key);
      if (record === undefined) throw new AppError('volunteer.notFound');
      await noteLooks({ personIds: [key.personId], about: `${key.communityId}#record`, viewer, label, now });
      return record;
    },

    list: async (viewer: Viewer, communityId: CommunityId, cursor: string | undefined, now: Date) => {
      const { label } = await standing.demandPost(viewer, communityId, now);
      const { items, next } = await volunteers.listVolunteers(communityId, cursor);
      const personIds = items.map(({ personId }) => personId);
      await noteLooks({ personIds, about: `${communityId}#volunteers`, viewer, label, now });
      return { items, next };
    },

    enter: async (
      viewer: Viewer,
      { communityId, personId }: { communityId: CommunityId; personId: PersonId },
      { id, ...content }: LearntBody,
      now: Date,
    ): Promise<Learnt> => {
      const { label } = await standing.demandPost(viewer, communityId, now);
      const key = { communityId, personId };
      const [known, entered] = await Promise.all([volunteers.findProfile(key), volunteers.learntOf(key)]);
      if (known === undefined) throw new AppError('volunteer.notFound');
      const isFull = entered.length >= volunteeringLimits.learnt && !entered.some((each) => each.id === id);
      if (isFull) throw new AppError('volunteer.recordFull');
      const digest = digestOf(content);
      const learnt = await volunteers.keepLearnt(communityId, { id, ...content, by: label, personId, digest });
      if (learnt.digest !== digest) throw new AppError('id.reused');
      return learnt;
    },
  };
};
