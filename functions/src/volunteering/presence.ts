import { AppError } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { ActivityId, PersonId } from '@suishoupai/shared/ids';
import type { Presence } from '@suishoupai/shared/volunteering/contract';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import type { volunteeringRoutes } from '@suishoupai/shared/volunteering/routes';
import { coarseMetres, flagsOf } from '@suishoupai/shared/volunteering/rules';
import type { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import type { Viewer } from '../http/handlers.ts';
import { decided } from '../meetings/again.ts';
import { codeAt, isCode } from '../rotating-code.ts';
import { digestOf } from '../tickets/digest.ts';
import { standingOf } from './placing.ts';
import { type Activity, type ActivityRecord, type Check, lastCheck, type Participation } from './record.ts';
import { type ActivityStanding, demand } from './standing.ts';
import type { VolunteerStore } from './volunteer-store.ts';

type Deps = {
  volunteers: Pick<VolunteerStore, 'findParticipation' | 'saveParticipation' | 'participationsOf' | 'takeTry'>;
  standing: ActivityStanding;
};
type CheckBody = RouteRequest<(typeof volunteeringRoutes)['checkAtActivity']>['body'];
type NoteBody = RouteRequest<(typeof volunteeringStaffRoutes)['notePresence']>['body'];

export const blankParticipation = (
  { id: activityId, communityId }: ActivityRecord,
  personId: PersonId,
): Participation => ({
  ...{ activityId, communityId, personId },
  ...{ revision: 0, checks: [], flags: [], hours: [] },
});

const stayOf = (participation: Participation) => {
  const from = lastCheck(participation, 'in')?.at;
  return from === undefined ? undefined : { from, until: lastCheck(participation, 'out')?.at };
};

/** What a person should look at: of this stay, and of all that the person takes part in. */
export const flagsAmong = (
  activity: ActivityRecord,
  participation: Participation,
  all: readonly Participation[],
): ReturnType<typeof flagsOf> =>
  flagsOf({
    stay: stayOf(participation),
    metres: Math.max(0, ...participation.checks.map(({ metres = 0 }) => metres)),
    planned: activity,
    others: all
      .filter(({ activityId }) => activityId !== activity.id)
      .flatMap((other) => {
        const stay = stayOf(other);
        return stay === undefined ? [] : [{ ...stay, otherId: other.activityId }];
      }),
  });

/** The same by all that stands now. */
export const makeFlags =
  ({ volunteers }: { volunteers: Pick<VolunteerStore, 'participationsOf'> }) =>
  async (activity: ActivityRecord, participation: Participation) =>
    flagsAmong(activity, participation, await volunteers.participationsOf(participation));

const shown = ({ at, how }: Check): Presence => ({ at, how });

/** Who came and went: by the code on the spot, or written down by staff. */
export const makePresence = ({ volunteers, standing }: Deps) => {
  const flagsFor = makeFlags({ volunteers });

  const demandPlace = (found: Activity, personId: PersonId): void => {
    if (standingOf(found, personId)?.standing !== 'in') throw new AppError('activity.noPlace');
  };
  const participationOf = async (activity: ActivityRecord, personId: PersonId): Promise<Participation> =>
    (await volunteers.findParticipation({ communityId: activity.communityId, activityId: activity.id, personId })) ??
    blankParticipation(activity, personId);

  const saved = async (
    activity: ActivityRecord,
    before: Participation,
    check: Check,
  ): Promise<Participation | undefined> => {
    if (before.checks.length >= volunteeringLimits.presences) throw new AppError('activity.stepNotAllowed');
    if (check.what === 'out') {
      const came = lastCheck(before, 'in');
      if (came === undefined || check.at < came.at) throw new AppError('activity.notCheckedIn');
    }
    const checked = { ...before, revision: before.revision + 1, checks: [...before.checks, check] };
    const after = { ...checked, flags: await flagsFor(activity, checked) };
    return (await volunteers.saveParticipation(after)) ? after : undefined;
  };
  const changedMeanwhile = () => new AppError('activity.changed');

  return {
    code: async (viewer: Viewer, id: ActivityId, now: Date) => {
      const found = await standing.findForStaff(viewer, id, now);
      demand(found.activity, 'check', now);
      const expected = Math.min(found.activity.places, Object.keys(found.roll.seqs).length);
      return { ...codeAt(found.activity.codeSecret, id, now), expected };
    },

    /** Once in and once out: whoever has, hears again when. */
    check: (
      viewer: Viewer,
      activityId: ActivityId,
      { id, what, code, point }: CheckBody,
      now: Date,
    ): Promise<Presence> =>
      decided(async () => {
        const { personId } = viewer;
        const found = await standing.findPublic(activityId);
        const { activity } = found;
        const participation = await participationOf(activity, personId);
        const known = lastCheck(participation, what);
        if (known !== undefined) return shown(known);
        demand(activity, 'check', now);
        demandPlace(found, personId);
        if (what === 'out' && lastCheck(participation, 'in') === undefined) throw new AppError('activity.notCheckedIn');
        const at = { communityId: activity.communityId, activityId, personId };
        // The try is taken before the code is looked at: a thousand guesses at once are still five.
        if (!(await volunteers.takeTry(at, now))) throw new AppError('activity.tooManyTries');
        if (!isCode(code, activity.codeSecret, activityId, now)) throw new AppError('activity.codeWrong');
        const metres =
          point === undefined || activity.point === undefined ? {} : { metres: coarseMetres(point, activity.point) };
        const check: Check = { id, what, at: now.toISOString(), how: 'code', ...metres };
        return (await saved(activity, participation, check)) && shown(check);
      }, changedMeanwhile),

    /** For who has no phone, forgot, or was noted wrongly: the last of each kind stands, all are kept. */
    note: (viewer: Viewer, activityId: ActivityId, body: NoteBody, now: Date): Promise<Participation> => {
      const { id, personId, what, at } = body;
      const digest = digestOf({ personId, what, at });
      return decided(async () => {
        const found = await standing.findForStaff(viewer, activityId, now);
        const { activity, post } = found;
        demand(activity, 'note', now);
        demandPlace(found, personId);
        if (at > now.toISOString()) throw new AppError('activity.stepNotAllowed');
        const participation = await participationOf(activity, personId);
        const known = participation.checks.find((check) => check.id === id);
        if (known !== undefined) {
          if (known.digest !== digest) throw new AppError('id.reused');
          return participation;
        }
        return saved(activity, participation, { id, what, at, how: 'staff', by: post.label, digest });
      }, changedMeanwhile);
    },
  };
};
