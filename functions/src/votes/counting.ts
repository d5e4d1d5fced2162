import type { Ballot } from '@suishoupai/shared/votes/ballot';
import { ballotFormOf } from '@suishoupai/shared/votes/ballot';
import { countVote } from '@suishoupai/shared/votes/count';
import { logChunk, logHead, rollHead, signHead } from '@suishoupai/shared/votes/head';
import type { Paper, Refusal } from '@suishoupai/shared/votes/reconciliation';
import type { Box, BoxStore } from './box-store.ts';
import type { Log, LogStore } from './log-store.ts';
import type { LedgerRecord, SlotRecord, TransferRecord, VoteRecord } from './record.ts';
import { seqOf } from './record.ts';
import { boxOf, descriptionOf, frozenRoll, rollOf } from './rolls.ts';
import { type Signer, sha256 } from './signer.ts';
import type { VoteStore } from './store.ts';

type Deps = {
  votes: Pick<VoteStore, 'write'>;
  box: BoxStore;
  log: LogStore;
  signer: Signer;
  keepTurnout: (vote: VoteRecord, slots: readonly SlotRecord[], now: Date) => Promise<void>;
};

/** The last ballot of everyone who cast one. */
export const ballotsOf = (slots: readonly SlotRecord[]): Ballot[] =>
  slots.flatMap((slot) => {
    if (slot.ballot === undefined) return [];
    const { ballot, choice, channel, nonce, castAt } = slot.ballot;
    const replaces = slot.past.map(({ leaf }) => leaf);
    return [{ slot: slot.slot, ballot, choice, channel, nonce, castAt, seq: seqOf(slot), replaces }];
  });

const leavesOf = ({ ballot, past }: SlotRecord): string[] => [
  ...past.map(({ leaf }) => leaf),
  ...(ballot === undefined ? [] : [ballot.leaf]),
];

/** The second ballots that were not counted: refused sheets, and phones that came after a sheet which stands. */
export const refusedOf = (
  slots: readonly SlotRecord[],
  papers: readonly { slot: string; at: string; state: string; why?: Refusal['why'] | undefined }[],
  phones: readonly Refusal[],
): Refusal[] => {
  const onPaper = new Set(slots.flatMap(({ slot, ballot }) => (ballot?.channel === 'paper' ? [slot] : [])));
  return [
    ...papers.flatMap(({ slot, at, state, why }) =>
      state === 'refused' && why !== undefined ? [{ slot, at, why, channel: 'paper' as const }] : [],
    ),
    ...phones.filter(({ slot }) => onPaper.has(slot)),
  ];
};

export const paperTotals = ({ settled, confirmed, refused }: LedgerRecord): Paper | undefined => {
  if (settled === undefined) return undefined;
  const { issued, returned, invalid } = settled;
  return { issued, returned, invalid, refused, valid: confirmed };
};

/**
 * Adds the leaves that the log has not yet, under one more signed head. A sweep adds nothing when there is nothing new; the closing head
 * comes once, whatever it adds. Of two at once one is written; false: another was.
 */
export const makeLogging =
  ({ log, signer }: Pick<Deps, 'log' | 'signer'>) =>
  async (vote: VoteRecord, slots: readonly SlotRecord[], kind: 'sweep' | 'close', now: Date): Promise<boolean> => {
    const { opened } = vote;
    if (opened === undefined) return false;
    const { heads, chunks }: Log = await log.read(vote.id);
    const previous = heads.at(-1) ?? opened.head;
    if (previous.kind === 'close') return false;
    const known = new Set(chunks.flat());
    const chunk = logChunk(slots.flatMap(leavesOf).filter((leaf) => !known.has(leaf)));
    if (kind === 'sweep' && chunk.length === 0) return false;
    // Whatever the clocks of machines say, a head is never older than the head before it or the ballots under it.
    const casts = slots.flatMap(({ ballot, past }) => [...past, ...(ballot === undefined ? [] : [ballot])]);
    const at = [now.toISOString(), previous.at, ...casts.map(({ castAt }) => castAt)].toSorted().at(-1) ?? previous.at;
    const head = await signHead(
      logHead({ kind, log: [...chunks, chunk], at, previous }, sha256),
      signer.under(opened.publicKey).sign,
    );
    return log.append(head, chunk);
  };

/** The roll of a vote as it was frozen; throws when it is not the one that its first head was signed over. */
export const checkedRoll = (
  vote: VoteRecord,
  slots: readonly SlotRecord[],
  transfers: readonly TransferRecord[],
): ReturnType<typeof frozenRoll> => {
  const roll = frozenRoll(slots, transfers);
  const { opened } = vote;
  if (opened === undefined || rollHead(descriptionOf(vote), roll, opened.at, sha256).root !== opened.head.root) {
    throw new Error(`${vote.id}: the slots are not the roll that was frozen`);
  }
  return roll;
};

/** Whether single ballots may stand in the log while the vote runs: an early head over a few secret ones would unmask them. */
export const isLoggedEarly = ({ secrecy, ruleSet }: VoteRecord): boolean => ballotFormOf(secrecy, ruleSet) === 'named';

/** Slots that are sealed at a time. */
const atOnce = 25;
/** The first round reads and seals, the second finds it done; a sheet that is entered at that moment costs another. */
const mostRounds = 5;

/**
 * Ends the voting of a closed vote in each of its slots, one write each, and reads them all: a ballot that is not among them can never be
 * written any more, however slow its request. Done again it only reads.
 */
export const makeSealing =
  ({ box }: { box: Pick<BoxStore, 'slots' | 'write'> }) =>
  async (place: Box): Promise<SlotRecord[]> => {
    for (let round = 0; round < mostRounds; round += 1) {
      const slots = await box.slots(place, true);
      const unsealed = slots.filter(({ isSealed }) => !isSealed);
      if (unsealed.length === 0) return slots;
      for (let i = 0; i < unsealed.length; i += atOnce) {
        const batch = unsealed.slice(i, i + atOnce);
        await Promise.all(batch.map((slot) => box.write(place, [{ slot: { ...slot, isSealed: true } }])));
      }
    }
    throw new Error(`${place.voteId}: slots were written while they were sealed`);
  };

/**
 * Counts a closed vote whose paper is settled: the closing head over all ballots, then the result. Again, or by two at once, it comes to
 * the same. False: somebody else moved the vote on.
 */
export const makeCounting = ({ votes, box, log, signer, keepTurnout }: Deps) => {
  const addHead = makeLogging({ log, signer });
  const seal = makeSealing({ box });
  return async (vote: VoteRecord, now: Date): Promise<boolean> => {
    const place = boxOf(vote);
    const paper = place === undefined ? undefined : paperTotals(await box.ledger(place));
    if (place === undefined || paper === undefined) return false;
    const slots = await seal(place);
    // A sweep that began before the close and took long may be the one that counts: nothing it signs is older than the close.
    const at = new Date(Math.max(now.getTime(), Date.parse(vote.closesAt)));
    checkedRoll(vote, slots, await box.transfers(place));
    await addHead(vote, slots, 'close', at);
    await keepTurnout(vote, slots, at);
    const result = countVote(vote.ruleSet, vote.question, rollOf(slots), ballotsOf(slots));
    const { wakeAt: _, ...rest } = vote;
    return votes.write({ ...rest, state: 'counted', counted: { at: at.toISOString(), result, paper } });
  };
};

/** Settles what has no paper, by itself: at once where none is taken, else when no sheet came while one could have. False: it has to wait. */
export const makeSettlingAlone =
  ({ box }: Pick<Deps, 'box'>) =>
  async (vote: VoteRecord, isOver: boolean): Promise<boolean> => {
    const place = boxOf(vote);
    if (place === undefined) return false;
    const ledger = await box.ledger(place);
    if (ledger.settled !== undefined) return true;
    if (ledger.rev > 0 || (vote.takesPaper && !isOver)) return false;
    return box.write(place, [{ ledger: { ...ledger, settled: { issued: 0, returned: 0, invalid: 0 } } }]);
  };
