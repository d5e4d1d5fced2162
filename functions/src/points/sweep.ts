import type { CommunityId } from '@suishoupai/shared/ids';
import { ruleAt } from '@suishoupai/shared/points/earning';
import { lapsedOf } from '@suishoupai/shared/points/holding';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { Log } from '../log.ts';
import type { PlacesStore } from '../places/store.ts';
import type { Checkpointing } from './checkpointing.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
import type { OpenBookStore } from './open-book-store.ts';
import type { RulesOf } from './rules.ts';

type Deps = {
  places: Pick<PlacesStore, 'list'>;
  ledgerStore: Pick<LedgerStore, 'book' | 'books'>;
  openBook: Pick<OpenBookStore, 'checkpoints'>;
  ledger: Pick<Ledger, 'lapse' | 'keepWithin'>;
  rulesOf: RulesOf;
  checkpointing: Checkpointing;
  log: Log;
};

const atOnce = 25;

/**
 * What is done with every book of a community once a day, at the first sweep of the day in China: what has lapsed is taken out, what is more
 * than one may keep is donated, then all of them are put under a checkpoint. The checkpoint says that the day is done.
 */
export const makeDailyBooks = ({ places, ledgerStore, openBook, ledger, rulesOf, checkpointing, log }: Deps) => {
  const settle = async (communityId: CommunityId, now: Date): Promise<number> => {
    const at = now.toISOString();
    const [today, keys] = [chinaDay(at), await ledgerStore.books(communityId)];
    const most = ruleAt('service', at, await rulesOf(communityId))?.mostKept;
    let done = 0;
    const one = async (key: (typeof keys)[number]): Promise<void> => {
      const book = await ledgerStore.book(key);
      if (lapsedOf(book, today) > 0 && (await ledger.lapse(key, at)) !== undefined) done += 1;
      const isOver = key.unit === 'minutes' && most !== undefined && book.posted > most;
      if (isOver && (await ledger.keepWithin(key, most, at)) !== undefined) done += 1;
    };
    for (let from = 0; from < keys.length; from += atOnce) await Promise.all(keys.slice(from, from + atOnce).map(one));
    return done;
  };

  return async (now: Date): Promise<{ done: number; failed: number }> => {
    const counts = { done: 0, failed: 0 };
    for (const { id } of await places.list()) {
      try {
        const [last] = await openBook.checkpoints(id, 1);
        if (last !== undefined && last.checkpoint.day >= chinaDay(now.toISOString())) continue;
        counts.done += await settle(id, now);
        if ((await checkpointing(id, now)) !== undefined) counts.done += 1;
      } catch (error) {
        log.error('books not swept', { id, cause: error });
        counts.failed += 1;
      }
    }
    return counts;
  };
};
