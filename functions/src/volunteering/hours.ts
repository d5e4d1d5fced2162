import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { ActivityId, CommunityId, PersonId } from '@suishoupai/shared/ids';
import type { Participant } from '@suishoupai/shared/volunteering/contract';
import { inOrder, minutesBetween } from '@suishoupai/shared/volunteering/rules';
import type { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import type { Viewer } from '../http/handlers.ts';
import { decided } from '../meetings/again.ts';
import { digestOf } from '../tickets/digest.ts';
import type { NoteLook } from './looks.ts';
import { standingOf } from './placing.ts';
import { blankParticipation, flagsAmong, makeFlags } from './presence.ts';
import {
  type Activity,
  type ActivityRecord,
  type HoursLine,
  lastCheck,
  type Participation,
  standingHours,
} from './record.ts';
import { type ActivityStanding, demand } from './standing.ts';
import type { VolunteerStore } from './volunteer-store.ts';

type Deps = { volunteers: VolunteerStore; standing: ActivityStanding; noteLooks: NoteLook };
type ConfirmBody = RouteRequest<(typeof volunteeringStaffRoutes)['confirmHours']>['body'];
type UndoBody = RouteRequest<(typeof volunteeringStaffRoutes)['withdrawHours']>['body'];

/** Whole minutes from check-in to check-out; undefined while one of the two is missing. */
const measuredOf = (participation: Participation): number | undefined => {
  const [came, went] = [lastCheck(participation, 'in'), lastCheck(participation, 'out')];
  return came && went && minutesBetween(came.at, went.at);
};

/** A list may be a moment old. */
const lately = { consistent: false };

const changedMeanwhile = () => new AppError('activity.changed');

/** Hours: who was there, what a person should look at, what was confirmed and what was taken back. */
export const makeHours = ({ volunteers, standing, noteLooks }: Deps) => {
  const flagsFor = makeFlags({ volunteers });

  const participantOf = async (
    found: Activity,
    personId: PersonId,
    options?: { consistent?: boolean },
  ): Promise<Participant | undefined> => {
    const { activity } = found;
    const { communityId, id: activityId } = activity;
    const own = standingOf(found, personId);
    if (own === undefined) return undefined;
    const [all, profile] = await Promise.all([
      volunteers.participationsOf({ communityId, personId }, options),
      volunteers.findProfile({ communityId, personId }, options),
    ]);
    const participation = all.find((each) => each.activityId === activityId) ?? blankParticipation(activity, personId);
    const { id: _, ...where } = own;
    return {
      ...{ activityId, activity: activity.title, personId },
      ...where,
      name: profile?.name ?? '',
      guardian: profile?.guardian,
      skills: profile?.skills ?? [],
      checkedIn: lastCheck(participation, 'in'),
      checkedOut: lastCheck(participation, 'out'),
      measured: measuredOf(participation),
      flags: flagsAmong(activity, participation, all),
      hours: standingHours(participation),
    };
  };

  /** The person's part in the activity, to be written next; a line that stands under the id already is found. */
  const toWrite = async (viewer: Viewer, activityId: ActivityId, personId: PersonId, now: Date) => {
    const found = await standing.findForStaff(viewer, activityId, now);
    if (standingOf(found, personId)?.standing !== 'in') throw new AppError('activity.noPlace');
    const { activity } = found;
    const at = { communityId: activity.communityId, activityId, personId };
    const participation = (await volunteers.findParticipation(at)) ?? blankParticipation(activity, personId);
    return { found, activity, participation, by: found.post.label };
  };
  const answer = async (found: Activity, personId: PersonId): Promise<Participant> => {
    const participant = await participantOf(found, personId);
    if (participant === undefined) throw new AppError('activity.noPlace');
    return participant;
  };

  const servedAt = (activity: ActivityRecord, participation: Participation, now: Date): string => {
    const at = lastCheck(participation, 'out')?.at ?? activity.endsAt;
    return at < now.toISOString() ? at : now.toISOString();
  };

  return {
    list: async (viewer: Viewer, activityId: ActivityId, now: Date) => {
      const { post, ...found } = await standing.findForStaff(viewer, activityId, now);
      const personIds = inOrder(found.roll.seqs) as PersonId[];
      await noteLooks({ personIds, about: activityId, viewer, label: post.label, now });
      const items = await Promise.all(personIds.map((personId) => participantOf(found, personId, lately)));
      return { items: items.filter((item) => item !== undefined) };
    },

    one: async (viewer: Viewer, activityId: ActivityId, personId: PersonId, now: Date): Promise<Participant> => {
      const { post: _, ...found } = await standing.findForStaff(viewer, activityId, now);
      return answer(found, personId);
    },

    flagged: async (viewer: Viewer, communityId: CommunityId, cursor: string | undefined, now: Date) => {
      const post = await standing.demandPost(viewer, communityId, now);
      const { items, next } = await volunteers.listFlagged(communityId, cursor);
      const personIds = items.map(({ personId }) => personId);
      await noteLooks({ personIds, about: `${communityId}#flagged`, viewer, label: post.label, now });
      const participants = await Promise.all(
        items.map(async ({ activityId, personId }) => participantOf(await standing.find(activityId), personId, lately)),
      );
      return { items: participants.filter((item) => item !== undefined), next };
    },

    /** What the book gets follows from what is written here (follower.ts): once, whatever is repeated. */
    confirm: (viewer: Viewer, activityId: ActivityId, body: ConfirmBody, now: Date): Promise<Participant> => {
      const { id, personId, ...content } = body;
      const digest = digestOf({ personId, ...content });
      return decided(async () => {
        const { found, activity, participation, by } = await toWrite(viewer, activityId, personId, now);
        const known = participation.hours.find((line) => line.id === id);
        if (known !== undefined) {
          if (known.digest !== digest) throw new AppError('id.reused');
          return answer(found, personId);
        }
        demand(activity, 'confirm', now);
        if (standingHours(participation) !== undefined) throw new AppError('hours.confirmed');
        const flags = await flagsFor(activity, participation);
        const isPlain = flags.length === 0 && content.minutes === measuredOf(participation);
        if (!isPlain && content.reason === undefined) throw new AppError('hours.reasonNeeded');
        const line: HoursLine = {
          ...{ id, digest, by, at: now.toISOString() },
          ...content,
          servedAt: servedAt(activity, participation, now),
          ...{ title: activity.title, place: activity.place, organiser: activity.organiser },
        };
        const revision = participation.revision + 1;
        const isSaved = await volunteers.saveParticipation({
          ...participation,
          ...{ revision, flags },
          hours: [...participation.hours, line],
        });
        return isSaved ? answer(found, personId) : undefined;
      }, changedMeanwhile);
    },

    undo: (viewer: Viewer, activityId: ActivityId, body: UndoBody, now: Date): Promise<Participant> => {
      const { id, personId, reason } = body;
      const digest = digestOf({ personId, reason });
      return decided(async () => {
        const { found, activity, participation, by } = await toWrite(viewer, activityId, personId, now);
        const known = participation.hours.find(({ undone }) => undone?.id === id)?.undone;
        if (known !== undefined) {
          if (known.digest !== digest) throw new AppError('id.reused');
          return answer(found, personId);
        }
        demand(activity, 'undo', now);
        const standingLine = standingHours(participation);
        if (standingLine === undefined) throw new AppError('hours.notConfirmed');
        const undone = { id, digest, at: now.toISOString(), by, reason };
        const isSaved = await volunteers.saveParticipation({
          ...participation,
          revision: participation.revision + 1,
          hours: participation.hours.map((line) => (line === standingLine ? { ...line, undone } : line)),
        });
        return isSaved ? answer(found, personId) : undefined;
      }, changedMeanwhile);
    },
  };
};
