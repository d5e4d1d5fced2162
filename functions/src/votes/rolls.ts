import { byCodeUnits } from '@suishoupai/shared/votes/canonical';
import type { VoteDescription } from '@suishoupai/shared/votes/head';
import { applyTransfers, type RollTransfer, type Slot, sortedRoll } from '@suishoupai/shared/votes/roll';
import type { Box } from './box-store.ts';
import { type Elector, slotOf } from './electors.ts';
import type { SlotRecord, TransferRecord, VoteRecord } from './record.ts';

/** What is fixed when a vote opens. */
export const descriptionOf = (vote: VoteRecord): VoteDescription => {
  const { id, communityId, title, question, ruleSet, electorate, secrecy, announcedAt, opensAt } = vote;
  const closesAt = vote.opened?.closesAt ?? vote.closesAt;
  return { id, communityId, title, question, ruleSet, electorate, secrecy, announcedAt, opensAt, closesAt };
};

/** Where the slots of a vote are that has opened; undefined before. */
export const boxOf = ({ id, opened }: Pick<VoteRecord, 'id' | 'opened'>): Box | undefined =>
  opened === undefined ? undefined : { voteId: id, roll: opened.roll };

/** An elector's place in the frozen roll, nothing cast yet. */
export const slotFor = (vote: Pick<VoteRecord, 'secret'>, { key, kind, isShared, units }: Elector): SlotRecord => ({
  slot: slotOf(vote, key),
  kind,
  isShared,
  units: [...units].sort((a, b) => byCodeUnits(a.unit, b.unit)),
  rev: 1,
  past: [],
});

const plain = ({ slot, kind, units }: SlotRecord): Slot => ({ slot, kind, units });

/** The roll as slots have it now, in the order that digests use. */
export const rollOf = (slots: readonly SlotRecord[]): Slot[] => sortedRoll(slots.map(plain));

export const rollTransfer = ({ id: _, ...transfer }: TransferRecord): RollTransfer => transfer;

/** The roll as it was frozen: the sales undone, the last one first, without the slots that only sales have made. */
export const frozenRoll = (slots: readonly SlotRecord[], transfers: readonly TransferRecord[]): Slot[] => {
  const undone = transfers
    .toReversed()
    .map(({ at, unit, from, to }, i) => ({ seq: i + 1, at, unit, from: to, to: from }));
  return applyTransfers(slots.map(plain), undone).filter(({ kind, units }) => kind === 'person' || units.length > 0);
};
