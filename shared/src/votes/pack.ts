import * as z from 'zod/mini';
import { Instant, text } from '../contract/fields.ts';
import { type Ballot, type BallotForm, ballotFormOf, Channel, Hash, Nonce } from './ballot.ts';
import { fromHex, toHex } from './bytes.ts';
import { byCodeUnits, canonical } from './canonical.ts';
import { Choice } from './choice.ts';
import { countVote } from './count.ts';
import { Head, type Sign, Signature, VoteDescription } from './head.ts';
import { ballotLeaf, commitmentOf, digestOf } from './leaf.ts';
import type { Sha256 } from './merkle.ts';
import { Paper, Refusal, reconciliationProblems } from './reconciliation.ts';
import { VoteResult } from './result.ts';
import { applyTransfers, RollTransfer, Slot, SlotId, sortedRoll } from './roll.ts';

/** A later close, with the notice that was published before the earlier one was reached. */
export const Extension = z.strictObject({
  seq: z.int().check(z.gte(1)),
  publishedAt: Instant,
  closesAt: Instant,
  notice: text(1, 1000),
});
export type Extension = z.output<typeof Extension>;

const replaces = z.array(Hash);
const seq = z.int().check(z.gte(1));

export const NamedBallot = z.strictObject({
  slot: SlotId,
  choice: Choice,
  channel: Channel,
  seq,
  nonce: Nonce,
  castAt: Instant,
  replaces,
});
export const UnlinkedBallot = z.strictObject({ ballot: Nonce, choice: Choice, nonce: Nonce, replaces });
export const CommittedBallot = z.strictObject({
  slot: SlotId,
  channel: Channel,
  seq,
  castAt: Instant,
  commitment: Hash,
  replaces,
});
export const PackBallot = z.union([NamedBallot, CommittedBallot, UnlinkedBallot]);
export type PackBallot = z.output<typeof PackBallot>;

const packFields = {
  format: z.literal('suishoupai-vote/1'),
  vote: VoteDescription,
  extensions: z.array(Extension),
  roll: z.array(Slot),
  transfers: z.array(RollTransfer),
  /** Named and committed ones sorted by slot, unlinked ones by leaf. */
  ballots: z.array(PackBallot),
  /** Sorted by slot. */
  participants: z.array(z.strictObject({ slot: SlotId, channel: Channel })),
  /** Sorted by slot, then time. */
  refused: z.array(Refusal),
  paper: Paper,
  /** The leaves of all ballots ever cast, a chunk for each head after head 0. */
  log: z.array(z.array(Hash)),
  heads: z.array(Head),
  result: VoteResult,
  /** Ed25519, 32 bytes. */
  publicKey: Hash,
};

/**
 * All that anyone needs to count a closed vote again. The file is its canonical JSON, so that a changed byte is a changed pack. `seal`:
 * the signature over the SHA-256 of the rest.
 */
export const VotePack = z.strictObject({ ...packFields, seal: Signature });
export type VotePack = z.output<typeof VotePack>;
export type UnsealedPack = Omit<VotePack, 'seal'>;

/** What an audit committee needs to count committed ballots. Never published. */
export const Openings = z.strictObject({
  format: z.literal('suishoupai-openings/1'),
  vote: VoteDescription.shape.id,
  openings: z.array(z.strictObject({ slot: SlotId, choice: Choice, nonce: Nonce })),
});
export type Openings = z.output<typeof Openings>;

export type PackInput = {
  vote: VoteDescription;
  extensions: readonly Extension[];
  /** As frozen at opening. */
  roll: readonly Slot[];
  transfers: readonly RollTransfer[];
  /** The last ballot of every elector who cast one. */
  ballots: readonly Ballot[];
  refused: readonly Refusal[];
  paper: Paper;
  log: readonly (readonly string[])[];
  heads: readonly Head[];
  publicKey: string;
};

const published = (form: BallotForm, ballot: Ballot, sha256: Sha256): PackBallot => {
  const { slot, choice, channel, seq, nonce, castAt, replaces } = ballot;
  const sorted = [...replaces].sort(byCodeUnits);
  switch (form) {
    case 'named':
      return { slot, choice, channel, seq, nonce, castAt, replaces: sorted };
    case 'unlinked':
      return { ballot: ballot.ballot, choice, nonce, replaces: sorted };
    case 'committed':
      return { slot, channel, seq, castAt, commitment: commitmentOf(ballot, sha256), replaces: sorted };
    default:
      return form satisfies never;
  }
};

const bySlot = (a: { slot: string }, b: { slot: string }): number => byCodeUnits(a.slot, b.slot);

const leavesMatch = (log: readonly (readonly string[])[], expected: readonly string[]): boolean =>
  canonical(log.flat().sort(byCodeUnits)) === canonical([...expected].sort(byCodeUnits));

/**
 * The pack of a closed vote, counted by {@link countVote} and not yet sealed. Throws RangeError when it would not verify: totals that do
 * not reconcile, a log that is not exactly the leaves of all ballots, or no closing head over it.
 */
export const buildPack = (input: PackInput, sha256: Sha256): UnsealedPack => {
  const { vote, roll, transfers, ballots, refused, paper, log, heads } = input;
  const form = ballotFormOf(vote.secrecy, vote.ruleSet);
  const participants = ballots.map(({ slot, channel }) => ({ slot, channel })).sort(bySlot);
  const [problem] = reconciliationProblems({ participants, refused, paper });
  if (problem !== undefined) throw new RangeError(problem);
  if (new Set(ballots.map(({ slot }) => slot)).size !== ballots.length)
    throw new RangeError('two ballots of one elector');
  const leaved = ballots.map((ballot) => ({ ballot, leaf: ballotLeaf(form, vote.id, ballot, sha256) }));
  if (
    !leavesMatch(
      log,
      leaved.flatMap(({ ballot, leaf }) => [leaf, ...ballot.replaces]),
    )
  ) {
    throw new RangeError('the log is not the leaves of all ballots');
  }
  const last = heads[heads.length - 1];
  if (last?.kind !== 'close' || heads.length !== log.length + 1) throw new RangeError('the heads do not cover the log');
  const ordered = [...leaved].sort((a, b) =>
    form === 'unlinked' ? byCodeUnits(a.leaf, b.leaf) : bySlot(a.ballot, b.ballot),
  );
  return {
    format: 'suishoupai-vote/1',
    vote,
    extensions: [...input.extensions],
    roll: sortedRoll(roll),
    transfers: [...transfers].sort((a, b) => a.seq - b.seq),
    ballots: ordered.map(({ ballot }) => published(form, ballot, sha256)),
    participants,
    refused: [...refused].sort((a, b) => bySlot(a, b) || byCodeUnits(a.at, b.at)),
    paper,
    log: log.map((chunk) => [...chunk]),
    heads: [...heads],
    result: countVote(vote.ruleSet, vote.question, applyTransfers(roll, transfers), ballots),
    publicKey: input.publicKey,
  };
};

export const sealPack = async (pack: UnsealedPack, sha256: Sha256, sign: Sign): Promise<VotePack> => ({
  ...pack,
  seal: toHex(await sign(fromHex(digestOf(pack, sha256)))),
});

/** The text of the file to publish. */
export const packFile = (pack: VotePack): string => `${canonical(pack)}\n`;

/** The file for the audit committee of a committed vote. */
export const openingsOf = (vote: string, ballots: readonly Ballot[]): Openings => ({
  format: 'suishoupai-openings/1',
  vote,
  openings: ballots.map(({ slot, choice, nonce }) => ({ slot, choice, nonce })).sort(bySlot),
});
