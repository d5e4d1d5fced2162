import { type Ballot, ballotFormOf } from '@suishoupai/shared/votes/ballot';
import { type Head, logChunk, logHead, rollHead, signHead, type VoteDescription } from '@suishoupai/shared/votes/head';
import { ballotLeaf } from '@suishoupai/shared/votes/leaf';
import {
  buildPack,
  type Extension,
  type Openings,
  openingsOf,
  type PackInput,
  packFile,
  sealPack,
} from '@suishoupai/shared/votes/pack';
import { type Receipt, receiptOf } from '@suishoupai/shared/votes/receipt';
import type { Paper, Refusal } from '@suishoupai/shared/votes/reconciliation';
import type { RollTransfer, Slot } from '@suishoupai/shared/votes/roll';
import { type Key, sha256 } from './key.ts';

/** What is known of a vote while it runs, as a service keeps it. */
export type Running = {
  vote: VoteDescription;
  key: Key;
  roll: readonly Slot[];
  ballots: Map<string, Ballot>;
  log: string[][];
  heads: Head[];
  /** Cast and not yet in the log. */
  pending: string[];
  receipts: Receipt[];
  transfers: RollTransfer[];
  extensions: Extension[];
  refused: Refusal[];
  paper: Paper;
};

export const openVote = async (vote: VoteDescription, roll: readonly Slot[], key: Key): Promise<Running> => ({
  vote,
  key,
  roll,
  ballots: new Map(),
  log: [],
  heads: [await signHead(rollHead(vote, roll, vote.opensAt, sha256), key.sign)],
  pending: [],
  receipts: [],
  transfers: [],
  extensions: [],
  refused: [],
  paper: { issued: 0, returned: 0, invalid: 0, refused: 0, valid: 0 },
});

const formOf = ({ vote }: Running) => ballotFormOf(vote.secrecy, vote.ruleSet);

/** The leaf of a ballot of a running vote. */
export const leafIn = (running: Running, ballot: Ballot): string =>
  ballotLeaf(formOf(running), running.vote.id, ballot, sha256);

/** Casts, or casts again: the ballot knows what it replaces. */
export const cast = (running: Running, given: Omit<Ballot, 'seq' | 'replaces'>): Receipt => {
  const before = running.ballots.get(given.slot);
  const replaces = before === undefined ? [] : [...before.replaces, leafIn(running, before)];
  const ballot = { ...given, seq: replaces.length + 1, replaces };
  const leaf = leafIn(running, ballot);
  running.ballots.set(given.slot, ballot);
  running.pending.push(leaf);
  const receipt = receiptOf(running.vote.id, leaf);
  running.receipts.push(receipt);
  return receipt;
};

/** A signed head over all that was cast since the last: in secret votes only at close. */
export const sweep = async (running: Running, at: string, kind: 'sweep' | 'close'): Promise<void> => {
  if (kind === 'sweep' && (formOf(running) !== 'named' || running.pending.length === 0)) return;
  running.log.push(logChunk(running.pending.splice(0)));
  const previous = running.heads.at(-1);
  if (previous === undefined) throw new Error('a vote has a head from its opening');
  running.heads.push(await signHead(logHead({ kind, log: running.log, at, previous }, sha256), running.key.sign));
};

export type Closed = { pack: string; input: PackInput; openings: Openings; receipts: readonly Receipt[] };

/** The sealed pack of a vote that was closed. */
export const publish = async (running: Running): Promise<Closed> => {
  const { vote, key, ballots: cast, pending: _, receipts, ...rest } = running;
  const ballots = [...cast.values()];
  const input = { ...rest, vote, ballots, publicKey: key.publicKey };
  const pack = packFile(await sealPack(buildPack(input, sha256), sha256, key.sign));
  return { pack, input, openings: openingsOf(vote.id, ballots), receipts };
};
