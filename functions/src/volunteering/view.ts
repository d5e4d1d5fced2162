import type { ActivityCard, ActivityView } from '@suishoupai/shared/volunteering/contract';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import { isPossible } from '@suishoupai/shared/volunteering/rules';
import type { Viewer } from '../http/handlers.ts';
import { standingOf } from './placing.ts';
import { type Activity, type ActivityRecord, callOffOf, changesOf, lastCheck, standingHours } from './record.ts';
import type { ActivityStanding } from './standing.ts';
import type { VolunteerStore } from './volunteer-store.ts';

type Deps = { volunteers: Pick<VolunteerStore, 'findParticipation'>; standing: ActivityStanding };

export const cardOf = (found: Activity, viewer: Viewer | undefined): ActivityCard => {
  const { activity, roll } = found;
  const signedUp = Object.keys(roll.seqs).length;
  const taken = Math.min(activity.places, signedUp);
  return {
    ...activity,
    ...{ taken, waiting: signedUp - taken },
    mine: viewer && standingOf(found, viewer.personId),
  };
};

const staffMay = (activity: ActivityRecord, now: string): ActivityView['may'] => {
  const steps = (['publish', 'start', 'finish', 'close', 'callOff', 'confirm'] as const).filter((event) =>
    isPossible(activity, event, now),
  );
  const isChangeLeft = changesOf(activity).length < volunteeringLimits.changes;
  return [
    ...steps,
    ...(isPossible(activity, 'change', now) && isChangeLeft ? (['change'] as const) : []),
    ...(isPossible(activity, 'check', now) ? (['code'] as const) : []),
    ...(activity.state === 'planned' ? [] : (['list'] as const)),
  ];
};

/** An activity as one viewer sees it. */
export const makeActivityView =
  ({ volunteers, standing }: Deps) =>
  async (found: Activity, viewer: Viewer | undefined, now: Date): Promise<ActivityView> => {
    const { activity } = found;
    const at = now.toISOString();
    const card = cardOf(found, viewer);
    const isStaff = (await standing.postIn(viewer, activity.communityId, now)) !== undefined;
    const isIn = card.mine?.standing === 'in';
    const participation =
      viewer !== undefined && isIn && activity.state !== 'published'
        ? await volunteers.findParticipation({
            ...{ communityId: activity.communityId, activityId: activity.id, personId: viewer.personId },
          })
        : undefined;
    const checkedIn = participation && lastCheck(participation, 'in');
    const checkedOut = participation && lastCheck(participation, 'out');
    const isOnRoll = isIn || card.mine?.standing === 'waiting';
    const isRoom = card.taken + card.waiting < activity.places + activity.waitingPlaces;
    const mayCheck = isIn && isPossible(activity, 'check', at);
    return {
      ...activity,
      ...card,
      changes: changesOf(activity),
      callOffReason: callOffOf(activity)?.words,
      checkedIn,
      checkedOut,
      minutes: participation && standingHours(participation)?.minutes,
      may: [
        ...(!isOnRoll && isRoom && isPossible(activity, 'signUp', at) ? (['signUp'] as const) : []),
        ...(isOnRoll && isPossible(activity, 'withdraw', at) ? (['withdraw'] as const) : []),
        ...(mayCheck && checkedIn === undefined ? (['checkIn'] as const) : []),
        ...(mayCheck && checkedIn !== undefined && checkedOut === undefined ? (['checkOut'] as const) : []),
        ...(isStaff ? staffMay(activity, at) : []),
      ],
    };
  };
