import { createHash } from 'node:crypto';
import { AppError, type FieldError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { applyEdit } from '@suishoupai/shared/duty/edit';
import type { dutyEditRoutes } from '@suishoupai/shared/duty/edit-routes';
import { editProblems } from '@suishoupai/shared/duty/problems';
import type { ActionId, CommunityId } from '@suishoupai/shared/ids';
import type { Community } from '@suishoupai/shared/places/contract';
import { exactTime } from '@suishoupai/shared/time/china';
import { dayMs } from '@suishoupai/shared/time/units';
import type { Viewer } from '../http/handlers.ts';
import type { DutyStore, KeptDuty } from './duty-store.ts';

type Deps = {
  duties: Pick<DutyStore, 'findDutyBy' | 'newestDuty' | 'putDuty'>;
  getCommunity: (id: CommunityId, now: Date) => Promise<Community>;
  /** Called after a version was written: whoever remembers the list must ask again. */
  onChanged: (id: CommunityId) => void;
};
type Body = RouteRequest<(typeof dutyEditRoutes)['changeDuty']>['body'];

/** A list for the year after next belongs to whoever is in office then. */
const aheadMs = 366 * dayMs;

const digestOf = ({ base, changes, negative, reason, effectiveFrom }: Body): string =>
  createHash('sha256')
    .update(JSON.stringify([base, changes, negative, reason, effectiveFrom]))
    .digest('hex')
    .slice(0, 16);

/** From when an edit holds: at once unless it says otherwise, never before now or before the version it follows. */
const effectiveFromOf = ({ effectiveFrom }: Body, newest: KeptDuty | undefined, now: Date): string => {
  const from = effectiveFrom ?? now.toISOString();
  const field = 'body.effectiveFrom';
  if (from < now.toISOString()) throw invalidField(field, 'past', '生效时间不能早于现在');
  if (Date.parse(from) - now.getTime() > aheadMs) throw invalidField(field, 'tooFar', '最多提前一年');
  if (newest !== undefined && from < newest.effectiveFrom) {
    throw invalidField(
      field,
      'order',
      `第 ${newest.version} 版还没有生效，新的一版不能早于它（${exactTime(newest.effectiveFrom)}）`,
    );
  }
  return from;
};

export const makeDutyEditing = ({ duties, getCommunity, onChanged }: Deps) => {
  /** The first answer again for the same request; undefined when the id is new. */
  const repeated = async (id: CommunityId, actionId: ActionId, digest: string, { personId }: Viewer) => {
    const known = await duties.findDutyBy(id, actionId);
    if (known === undefined) return undefined;
    if (known.digest !== digest || known.personId !== personId) throw new AppError('id.reused');
    return known;
  };

  return {
    /** Writes the next version. Of two that start from the same one, the second is told `duty.changed`. */
    change: async (viewer: Viewer, communityId: CommunityId, body: Body, now: Date): Promise<KeptDuty> => {
      const { departments } = await getCommunity(communityId, now);
      const grant = viewer.grants.find((each) => each.role === 'communityStaff' && each.communityId === communityId);
      if (grant === undefined) throw new AppError('access.denied');

      const digest = digestOf(body);
      const before = await repeated(communityId, body.id, digest, viewer);
      if (before !== undefined) return before;

      const newest = await duties.newestDuty(communityId);
      if ((newest?.version ?? 0) !== body.base) throw new AppError('duty.changed');
      const effectiveFrom = effectiveFromOf(body, newest, now);
      const base = { lines: newest?.lines ?? [], negative: newest?.negative ?? [] };
      const edit = { changes: body.changes, negative: body.negative ?? [] };
      const problems = editProblems(base, edit, departments);
      if (problems.length > 0) {
        const details = problems.map(
          ({ field, message }): FieldError => ({ field: `body.${field}`, rule: 'duty', message }),
        );
        throw new AppError('request.invalid', details);
      }

      const next: KeptDuty = {
        ...applyEdit(base, edit),
        version: body.base + 1,
        effectiveFrom,
        changedBy: grant.label,
        changedAt: now.toISOString(),
        reason: body.reason,
        id: body.id,
        digest,
        personId: viewer.personId,
      };
      const isWritten = await duties.putDuty(communityId, next);
      if (!isWritten) {
        // Whoever took the number may have been this request, sent twice at once.
        const same = await repeated(communityId, body.id, digest, viewer);
        if (same === undefined) throw new AppError('duty.changed');
        return same;
      }
      onChanged(communityId);
      return next;
    },
  };
};

export type DutyEditing = ReturnType<typeof makeDutyEditing>;
