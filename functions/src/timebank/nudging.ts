import { freeOf } from '@suishoupai/shared/points/holding';
import type { Entry } from '@suishoupai/shared/points/transfer';
import { dayMs } from '@suishoupai/shared/time/units';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import { spendableOn } from '@suishoupai/shared/timebank/matching';
import type { LedgerStore } from '../points/ledger-store.ts';
import type { InCommunity } from './actor.ts';
import { decided } from './again.ts';
import type { ListingCardRecord, ListingStore } from './listing-store.ts';
import type { NudgeRecord, PersonStore } from './person-store.ts';

type Deps = {
  people: Pick<PersonStore, 'nudge' | 'saveNudge'>;
  listings: Pick<ListingStore, 'list' | 'listOf'>;
  books: Pick<LedgerStore, 'book'>;
};

const after = (at: string, days: number): string => new Date(Date.parse(at) + days * dayMs).toISOString();

/** The later of: idle long enough, and long enough since the last word. Nothing for whoever does not want to hear, or holds nothing. */
const wakeOf = ({ isOff, idleSince, nudgedAt }: Omit<NudgeRecord, 'wakeAt'>): string | undefined => {
  if (isOff || idleSince === undefined) return undefined;
  const idle = after(idleSince, timebankLimits.idleDays);
  const again = nudgedAt === undefined ? idle : after(nudgedAt, timebankLimits.nudgeEveryDays);
  return idle > again ? idle : again;
};

/** Holds so many free minutes, and could have this and more for them. */
export type Word = InCommunity & { free: number; first: ListingCardRecord; count: number; at: string };

/** Helps people to spend hours: what killed other time banks is that nobody did. */
export const makeNudging = ({ people, listings, books }: Deps) => {
  const change = (
    of: InCommunity,
    next: (before: NudgeRecord) => Partial<NudgeRecord> | undefined,
  ): Promise<NudgeRecord> =>
    decided(async () => {
      const before = (await people.nudge(of)) ?? { ...of, revision: 0, isOff: false };
      const changed = next(before);
      if (changed === undefined) return before;
      const { wakeAt: _, ...rest } = { ...before, ...changed, revision: before.revision + 1 };
      const wakeAt = wakeOf(rest);
      const nudge = wakeAt === undefined ? rest : { ...rest, wakeAt };
      return (await people.saveNudge(nudge)) ? nudge : undefined;
    });

  const freeMinutes = async (of: InCommunity): Promise<number> => freeOf(await books.book({ ...of, unit: 'minutes' }));

  /** What they could have for the hours they hold, the fitting first. */
  const offersFor = async (of: InCommunity, free: number): Promise<ListingCardRecord[]> => {
    if (free === 0) return [];
    const { communityId, personId } = of;
    const [own, offers] = await Promise.all([
      listings.listOf(communityId, personId),
      listings.list({ communityId, kind: 'offer', limit: timebankLimits.looked }),
    ]);
    const requests = own.items.filter(({ kind, state }) => kind === 'request' && state === 'open');
    const gridIds = own.items.flatMap(({ gridId }) => gridId ?? []);
    return spendableOn({ personId, free, requests, gridIds }, offers.items);
  };

  return {
    offersFor,
    isOn: async (of: InCommunity): Promise<boolean> => (await people.nudge(of))?.isOff !== true,
    set: async (of: InCommunity, isOn: boolean): Promise<{ isOn: boolean }> => {
      const { isOff } = await change(of, (before) => (before.isOff === !isOn ? undefined : { isOff: !isOn }));
      return { isOn: !isOff };
    },
    /** A line in somebody's book of hours: spending begins the waiting anew, the first hours begin it. */
    follow: async ({ communityId, account: personId, debit, phase, at }: Entry): Promise<void> => {
      const isSpent = debit === personId && (phase === 'single' || phase === 'post');
      await change({ communityId, personId }, ({ idleSince }) =>
        idleSince === undefined || (isSpent && idleSince < at) ? { idleSince: at } : undefined,
      );
    },
    /**
     * Tells them, if it is time and neighbours offer something; the notice is named by the moment it was due, so that two sweeps leave one.
     * True when they were told.
     */
    wake: async (of: InCommunity, now: Date, tell: (word: Word) => Promise<void>): Promise<boolean> => {
      const due = (await people.nudge(of))?.wakeAt;
      if (due === undefined || due > now.toISOString()) return false;
      const free = await freeMinutes(of);
      const offers = await offersFor(of, free);
      const [first] = offers;
      if (first !== undefined) await tell({ ...of, free, first, count: offers.length, at: due });
      // Whoever holds nothing is waited for anew from their next hours on.
      const marked = free === 0 ? { idleSince: undefined } : { nudgedAt: now.toISOString() };
      await change(of, (before) => (before.wakeAt === due ? marked : undefined));
      return first !== undefined;
    },
  };
};

export type Nudging = ReturnType<typeof makeNudging>;
