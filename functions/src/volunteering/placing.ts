import { AppError } from '@suishoupai/shared/contract/errors';
import type { ActionId, ActivityId } from '@suishoupai/shared/ids';
import type { Standing } from '@suishoupai/shared/volunteering/contract';
import { isPossible, standingIn } from '@suishoupai/shared/volunteering/rules';
import type { Viewer } from '../http/handlers.ts';
import type { TurnStore } from '../people/turn-store.ts';
import { makeTurns } from '../people/turns.ts';
import type { ActivityStore } from './activity-store.ts';
import type { Activity } from './record.ts';
import type { ActivityStanding } from './standing.ts';
import type { VolunteerStore } from './volunteer-store.ts';

type Deps = {
  activities: ActivityStore;
  volunteers: Pick<VolunteerStore, 'findProfile'>;
  standing: ActivityStanding;
  turns: TurnStore;
};

/** Where somebody stands in an activity; undefined for who never signed up. */
export const standingOf = ({ activity, roll }: Activity, personId: string): Standing | undefined => {
  const id = roll.ids[personId];
  if (id === undefined) return undefined;
  return { id, ...(standingIn(roll.seqs, activity.places, personId) ?? { standing: 'withdrawn' }) };
};

const isFull = ({ activity, roll }: Activity): boolean =>
  Object.keys(roll.seqs).length >= activity.places + activity.waitingPlaces;

/** Taking a place and giving it back. Each is one write on the activity's own item: what it answers is final, whoever else asks at once. */
export const makePlacing = ({ activities, volunteers, standing, turns }: Deps) => ({
  signUp: async (viewer: Viewer, activityId: ActivityId, id: ActionId, now: Date): Promise<Standing> => {
    const { personId } = viewer;
    const found = await standing.findPublic(activityId);
    const known = standingOf(found, personId);
    if (known !== undefined && (known.standing !== 'withdrawn' || known.id === id)) return known;
    if (!isPossible(found.activity, 'signUp', now.toISOString())) throw new AppError('activity.stepNotAllowed');
    if (isFull(found)) throw new AppError('activity.full');
    const { communityId } = found.activity;
    if ((await volunteers.findProfile({ communityId, personId })) === undefined) {
      throw new AppError('volunteer.profileNeeded');
    }
    // Coming and going writes the item that everybody else waits for.
    if (known !== undefined) await makeTurns(turns).take('signUpAgain', viewer, now);
    const { isMade, stands } = await activities.signUp({ activityId, personId, id, now: now.toISOString() });
    const own = stands && standingOf(stands, personId);
    if (own !== undefined && (isMade || own.standing !== 'withdrawn' || own.id === id)) return own;
    if (stands !== undefined && !isPossible(stands.activity, 'signUp', now.toISOString())) {
      throw new AppError('activity.stepNotAllowed');
    }
    throw new AppError('activity.full');
  },

  /** Names the sign-up that it takes back: one that comes late takes back no later one. */
  withdraw: async (viewer: Viewer, activityId: ActivityId, id: ActionId, now: Date): Promise<Standing> => {
    const { personId } = viewer;
    await standing.findPublic(activityId);
    const { isMade, stands } = await activities.withdraw({ activityId, personId, id, now: now.toISOString() });
    const own = stands && standingOf(stands, personId);
    if (own === undefined) throw new AppError('activity.noPlace');
    if (isMade || own.standing === 'withdrawn' || own.id !== id) return own;
    throw new AppError('activity.stepNotAllowed');
  },
});
