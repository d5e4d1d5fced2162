import { byCodeUnits } from '@suishoupai/shared/votes/canonical';
import type { OnTransfer, UnitTransfer } from '../households/transfer.ts';
import type { Box, BoxStore } from './box-store.ts';
import { slotOf } from './electors.ts';
import type { SlotRecord, VoteRecord } from './record.ts';
import { boxOf } from './rolls.ts';
import type { VoteStore } from './store.ts';

type Deps = {
  votes: Pick<VoteStore, 'find' | 'list'>;
  box: Pick<BoxStore, 'findSlot' | 'slots' | 'write' | 'transfers'>;
  open: (vote: VoteRecord, now: Date) => Promise<boolean>;
  now: () => Date;
};

const mostTries = 5;
/** Clocks of two machines may differ by so much. */
const skewMs = 5000;

const hasVoted = ({ ballot, paper }: SlotRecord) => ballot !== undefined || paper !== undefined;

/**
 * A sale while votes of owners are open: a ballot that the seller has cast, or a sheet of theirs that was entered, stands; otherwise the
 * unit goes to the buyer's slot. Late or again it changes nothing more.
 */
export const makeTransferring = ({ votes, box, open, now }: Deps): OnTransfer => {
  const soldIn = ({ units }: SlotRecord, { unit: { code } }: UnitTransfer) => units.find(({ unit }) => unit === code);

  /** The slot with the unit: of the seller, or of whom the frozen roll names in their place, when another was imported since. */
  const holderOf = async (place: Box, vote: VoteRecord, sale: UnitTransfer): Promise<SlotRecord | undefined> => {
    const seller = await box.findSlot(place, slotOf(vote, sale.fromOwnerKey));
    if (seller !== undefined && soldIn(seller, sale) !== undefined) return seller;
    return (await box.slots(place, true)).find((slot) => soldIn(slot, sale) !== undefined);
  };

  const apply = async (vote: VoteRecord, sale: UnitTransfer, tries = 1): Promise<void> => {
    const place = boxOf(vote);
    const at = now().toISOString();
    if (place === undefined || vote.state !== 'open' || at >= vote.closesAt) return;
    const known = await box.transfers(place);
    if (known.some(({ id }) => id === sale.id)) return;
    const to = slotOf(vote, sale.toOwnerKey);
    const seller = await holderOf(place, vote, sale);
    const sold = seller && soldIn(seller, sale);
    if (seller === undefined || sold === undefined || hasVoted(seller) || seller.isSealed) return;
    const from = seller.slot;
    if (from === to) return;
    const buyer = (await box.findSlot(place, to)) ?? {
      slot: to,
      kind: seller.kind === 'developer' ? ('owners' as const) : seller.kind,
      units: [],
      isShared: sale.unit.owners.length > 1,
      rev: 0,
      past: [],
    };
    const units = [...buyer.units, sold].sort((a, b) => byCodeUnits(a.unit, b.unit));
    const isWritten = await box.write(place, [
      { slot: { ...seller, units: seller.units.filter((unit) => unit !== sold), movedAt: at } },
      { slot: { ...buyer, units, movedAt: at } },
      { transfer: { id: sale.id, seq: known.length + 1, at, unit: sold.unit, from, to } },
    ]);
    if (isWritten) return;
    if (tries >= mostTries) throw new Error(`${sale.id}: ${vote.id} was written by others ${tries} times`);
    await apply(vote, sale, tries + 1);
  };

  /** A vote that is being opened may have read the roll before the sale: it is opened first, and then has the seller or the buyer. */
  const opened = async (vote: VoteRecord): Promise<VoteRecord | undefined> => {
    if (vote.state !== 'announced') return vote;
    const at = new Date(now().getTime() + skewMs);
    if (vote.opensAt > at.toISOString()) return vote;
    await open(vote, at);
    return votes.find(vote.id);
  };

  return async (sale) => {
    let cursor: string | undefined;
    do {
      const page = await votes.list(sale.communityId, cursor);
      for (const { id, electorate, state } of page.items) {
        const isRunning = state === 'announced' || state === 'open';
        const vote = electorate === 'owners' && isRunning ? await votes.find(id) : undefined;
        const ready = vote === undefined ? undefined : await opened(vote);
        if (ready !== undefined) await apply(ready, sale);
      }
      cursor = page.next;
    } while (cursor !== undefined);
  };
};
