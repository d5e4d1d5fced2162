import { fieldworkRoutes } from '@suishoupai/shared/fieldwork/contract';
import { PatrolId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';

const Body = fieldworkRoutes.checkPatrolItem.body;
export type CheckBody = z.output<typeof Body>;

/** What somebody found on patrol and the service has not answered. */
export const Pending = z.object({ patrolId: PatrolId, body: Body });
export type Pending = z.output<typeof Pending>;

const isAbout = (patrolId: PatrolId, item: string) => (check: Pending) =>
  check.patrolId === patrolId && check.body.item === item;

export const pendingAt = (checks: readonly Pending[], patrolId: PatrolId, item: string): Pending | undefined =>
  checks.find(isAbout(patrolId, item));

/** What waits for an answer at an item stays: only its own repeat may be sent. */
export const withPending = (checks: readonly Pending[], check: Pending): Pending[] =>
  pendingAt(checks, check.patrolId, check.body.item) === undefined ? [...checks, check] : [...checks];

export const withoutPending = (checks: readonly Pending[], { patrolId, body }: Pending): Pending[] =>
  checks.filter((check) => !isAbout(patrolId, body.item)(check));
