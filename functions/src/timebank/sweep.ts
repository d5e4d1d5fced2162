import type { ExchangeId } from '@suishoupai/shared/ids';
import { minutesWords, skillNames } from '@suishoupai/shared/timebank/labels';
import { clockOf } from '@suishoupai/shared/timebank/transitions';
import type { Log } from '../log.ts';
import type { Tell } from '../notices/tell.ts';
import { transferIdFor } from '../points/derived-id.ts';
import type { InCommunity } from './actor.ts';
import { decided } from './again.ts';
import { factsOf } from './exchange-facts.ts';
import type { ExchangeStore } from './exchange-store.ts';
import type { Exchanges } from './exchanges.ts';
import type { ListingStore } from './listing-store.ts';
import type { Listings } from './listings.ts';
import type { Nudging } from './nudging.ts';
import type { PersonStore } from './person-store.ts';
import type { ExchangeRecord } from './record.ts';

type Deps = {
  exchanges: Pick<Exchanges, 'find' | 'write' | 'withLine'>;
  exchangeStore: Pick<ExchangeStore, 'due' | 'save'>;
  listing: Pick<Listings, 'expire'>;
  listings: Pick<ListingStore, 'due'>;
  nudging: Pick<Nudging, 'wake'>;
  people: Pick<PersonStore, 'dueNudges'>;
  tell: Tell;
  log: Log;
};
type Done = { done: number; failed: number };

/**
 * What the clock does in the time bank: reminds, frees what is held for nothing, brings silence to a mediator, ends listings nobody renewed,
 * and says once a month what unspent hours could be spent on. Each thing is read again and decides itself, so twice or late is harmless.
 */
export const makeTimebankSweep = ({
  exchanges,
  exchangeStore,
  listing,
  listings,
  nudging,
  people,
  tell,
  log,
}: Deps) => {
  const tick = (id: ExchangeId, now: Date): Promise<boolean> =>
    decided(async () => {
      const before = await exchanges.find(id);
      const clock = clockOf(factsOf(before));
      if (clock === undefined || clock.at > now.toISOString()) return false;
      const { at, what } = clock;
      const line = { id: `${before.id}`, at: now.toISOString(), what, digest: at };
      const state = what === 'lapse' ? 'lapsed' : what === 'escalate' ? 'disputed' : before.state;
      const after: ExchangeRecord = exchanges.withLine({ ...before, state }, line);
      const moved = { before, after, transferId: transferIdFor(at, what, id), at: line.at };
      return (await exchanges.write(moved, what)) ? true : undefined;
    });

  const nudge = (of: InCommunity, now: Date): Promise<boolean> =>
    nudging.wake(of, now, ({ personId, free, first, count, at }) => {
      const more = count > 1 ? `等 ${count} 项` : '';
      const text = `${skillNames[first.skill]}（${first.place}）${more}。不想再收到可以在时间银行里关掉`;
      const title = `您有 ${minutesWords(free)}可以用，邻居能帮这些`;
      return tell(
        { kind: 'timebankNudge', about: first.id, cause: first.id, at, title, text },
        { personIds: [personId] },
      );
    });

  const each = async <T>(found: readonly T[], what: string, act: (one: T) => Promise<boolean>): Promise<Done> => {
    const result = { done: 0, failed: 0 };
    for (const one of found) {
      try {
        if (await act(one)) result.done += 1;
      } catch (error) {
        log.error(`${what} not swept`, { of: one, cause: error });
        result.failed += 1;
      }
    }
    return result;
  };

  return async (now: Date): Promise<{ exchanges: Done; listings: Done; nudges: Done }> => {
    const at = now.toISOString();
    return {
      exchanges: await each(await exchangeStore.due(at), 'exchange', (id) => tick(id, now)),
      listings: await each(await listings.due(at), 'listing', (id) => listing.expire(id, now)),
      nudges: await each(await people.dueNudges(at), 'nudge', (of) => nudge(of, now)),
    };
  };
};
