import type { Patrol } from '../fieldwork/patrol-store.ts';
import { transferIdFor } from './derived-id.ts';
import { type EarningDeps, makeEarnBy } from './earnings.ts';

/** A patrol earns once all of its list is checked: each who checked some of it, however much. */
export const makePatrolEarnings = (deps: EarningDeps) => {
  const earnBy = makeEarnBy(deps);
  return async ({ id, communityId, items }: Patrol): Promise<void> => {
    const checks = Object.values(items).map(({ check }) => check);
    const done = checks.filter((check) => check !== undefined);
    const last = done
      .map(({ at }) => at)
      .toSorted()
      .at(-1);
    if (last === undefined || done.length < checks.length) return;
    for (const personId of new Set(done.map((check) => check.personId))) {
      const cause = { kind: 'inspection', id } as const;
      await earnBy('inspection', {
        id: transferIdFor(last, 'patrol', id, personId),
        communityId,
        personId,
        cause,
        at: last,
      });
    }
  };
};
