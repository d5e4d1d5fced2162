import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { type ActivityId, communityOf } from '@suishoupai/shared/ids';
import { hourMs } from '@suishoupai/shared/time/units';
import type { ActivityWords } from '@suishoupai/shared/volunteering/contract';
import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import { changeOf } from '@suishoupai/shared/volunteering/rules';
import type { volunteeringStaffRoutes } from '@suishoupai/shared/volunteering/staff-routes';
import { stateAfter } from '@suishoupai/shared/volunteering/transitions';
import type { Viewer } from '../http/handlers.ts';
import { decided } from '../meetings/again.ts';
import { digestOf } from '../tickets/digest.ts';
import type { ActivityStore } from './activity-store.ts';
import { type ActivityRecord, changesOf } from './record.ts';
import { type ActivityStanding, demand } from './standing.ts';

type Deps = {
  activities: ActivityStore;
  standing: ActivityStanding;
  randomBytes: (count: number) => Uint8Array;
};

type MakeBody = RouteRequest<(typeof volunteeringStaffRoutes)['makeActivity']>['body'];
type ChangeBody = RouteRequest<(typeof volunteeringStaffRoutes)['changeActivity']>['body'];
type StepBody = RouteRequest<(typeof volunteeringStaffRoutes)['stepActivity']>['body'];
type Asked = { viewer: Viewer; activityId: ActivityId; now: Date; id: string; version: number; digest: string };

const changedMeanwhile = () => new AppError('activity.changed');

const checkTimes = ({ startsAt, endsAt }: ActivityWords, now: Date): void => {
  const hours = (Date.parse(endsAt) - Date.parse(startsAt)) / hourMs;
  if (startsAt <= now.toISOString()) throw invalidField('body.startsAt', 'past', '开始时间已经过了');
  if (hours <= 0) throw invalidField('body.endsAt', 'order', '结束时间要在开始时间之后');
  if (hours > volunteeringLimits.longestHours) {
    throw invalidField('body.endsAt', 'tooLong', `一次活动最长 ${volunteeringLimits.longestHours} 小时`);
  }
};

/** Planning an activity, changing it, and its course. */
export const makeMaking = ({ activities, standing, randomBytes }: Deps) => {
  /** The activity to be written next, if the page was fresh; a step that was taken before is not taken again. */
  const fresh = async ({ viewer, activityId, now, id, version, digest }: Asked) => {
    const { activity } = await standing.findForStaff(viewer, activityId, now);
    const taken = activity.trace.find((line) => line.id === id);
    if (taken !== undefined && taken.digest !== digest) throw new AppError('id.reused');
    if (taken === undefined && activity.version !== version) throw changedMeanwhile();
    return { activity, isTaken: taken !== undefined };
  };

  const make = async (viewer: Viewer, { id, ...words }: MakeBody, now: Date): Promise<ActivityRecord> => {
    const communityId = communityOf(id);
    const { label } = await standing.demandPost(viewer, communityId, now);
    const digest = digestOf(words);
    return decided(async () => {
      const known = (await activities.find(id))?.activity;
      if (known !== undefined) {
        if (known.digest !== digest) throw new AppError('id.reused');
        return known;
      }
      checkTimes(words, now);
      const activity: ActivityRecord = {
        ...words,
        ...{ id, communityId, digest },
        state: 'planned',
        version: 1,
        organiser: label,
        madeBy: viewer.personId,
        madeAt: now.toISOString(),
        codeSecret: Buffer.from(randomBytes(32)).toString('hex'),
        trace: [],
      };
      return (await activities.save(activity)) ? activity : undefined;
    }, changedMeanwhile);
  };

  const change = (
    viewer: Viewer,
    activityId: ActivityId,
    { id, version, ...words }: ChangeBody,
    now: Date,
  ): Promise<ActivityRecord> => {
    const digest = digestOf(words);
    return decided(async () => {
      const { activity, isTaken } = await fresh({ viewer, activityId, now, id, version, digest });
      if (isTaken) return activity;
      demand(activity, 'change', now);
      if (changesOf(activity).length >= volunteeringLimits.changes) throw new AppError('activity.stepNotAllowed');
      checkTimes(words, now);
      const said = changeOf(activity, words);
      if (said === '') return activity;
      const { point: _, ...kept } = activity;
      const line = {
        id,
        what: 'change',
        at: now.toISOString(),
        personId: viewer.personId,
        digest,
        words: said,
      } as const;
      const changed = { ...kept, ...words, version: version + 1, trace: [...activity.trace, line] };
      const mustFit = words.places < activity.places;
      if (await activities.save(changed, mustFit)) return changed;
      const stands = await standing.find(activityId);
      if (mustFit && stands.activity.version === version) throw new AppError('activity.placesTaken');
      return undefined;
    }, changedMeanwhile);
  };

  const step = (viewer: Viewer, activityId: ActivityId, body: StepBody, now: Date): Promise<ActivityRecord> => {
    const { id, version, ...content } = body;
    const { what } = content;
    const digest = digestOf(content);
    return decided(async () => {
      const { activity, isTaken } = await fresh({ viewer, activityId, now, id, version, digest });
      if (isTaken) return activity;
      demand(activity, what, now);
      const state = stateAfter(activity.state, what) ?? activity.state;
      const words = content.what === 'callOff' ? { words: content.reason } : {};
      const line = { id, what, at: now.toISOString(), personId: viewer.personId, digest, ...words };
      const after = { ...activity, state, version: version + 1, trace: [...activity.trace, line] };
      return (await activities.save(after)) ? after : undefined;
    }, changedMeanwhile);
  };

  return { make, change, step };
};
