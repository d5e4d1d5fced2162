import type { CommunityId } from '@suishoupai/shared/ids';
import { hourMs } from '@suishoupai/shared/time/units';
import type { RollStore } from './roll-store.ts';

type Deps = {
  rolls: Pick<RollStore, 'current' | 'lineOf' | 'attempts' | 'forget' | 'clear'>;
  now: () => Date;
};

/** Longer than anything still writes that began before. */
const restMs = hourMs;

/**
 * Clears what imports have left that never came into force and cannot any more: the version that they were to replace is not in force.
 * At most ten at a time, the oldest first; done again it does no harm.
 */
export const makeClearLeftovers =
  ({ rolls, now }: Deps) =>
  async (communityId: CommunityId): Promise<void> => {
    // Read first: an import that replaces an earlier version has its line by now, or never will.
    const version = (await rolls.current(communityId))?.standing.version ?? 0;
    const before = new Date(now().getTime() - restMs).toISOString();
    for (const attempt of await rolls.attempts(communityId)) {
      if (attempt.replaces >= version) continue;
      const line = await rolls.lineOf(communityId, attempt.id);
      const isInHistory = line?.kind === 'import' && line.importId === attempt.importId;
      if (!isInHistory && attempt.at > before) continue;
      if (!isInHistory) await rolls.clear(communityId, attempt.importId);
      await rolls.forget(communityId, attempt);
    }
  };

export type ClearLeftovers = ReturnType<typeof makeClearLeftovers>;
