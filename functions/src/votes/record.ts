import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, CommunityId, MediaId, PersonId, StreetId, TopicId, VoteId } from '@suishoupai/shared/ids';
import { Channel, Hash, Nonce, Secrecy } from '@suishoupai/shared/votes/ballot';
import { Choice } from '@suishoupai/shared/votes/choice';
import { VoteState } from '@suishoupai/shared/votes/contract';
import { Head, Signature } from '@suishoupai/shared/votes/head';
import { Question } from '@suishoupai/shared/votes/question';
import { Paper } from '@suishoupai/shared/votes/reconciliation';
import { VoteResult } from '@suishoupai/shared/votes/result';
import { Electorate, RollTransfer, SlotId, SlotKind, SlotUnit } from '@suishoupai/shared/votes/roll';
import { RuleSet } from '@suishoupai/shared/votes/rule-set';
import * as z from 'zod/mini';

const Staff = z.object({ personId: PersonId, label: z.string() });
export type Staff = z.output<typeof Staff>;

/** What a repeat is known by. */
const Act = z.object({ id: ActionId, digest: z.string() });

/** A vote but for its slots. Each step of it writes the whole, so that state, times and next waking never disagree. */
export const VoteRecord = z.object({
  id: VoteId,
  communityId: CommunityId,
  streetId: StreetId,
  topicId: z.optional(TopicId),
  title: z.string(),
  announcement: z.string(),
  question: Question,
  /** As it was in force on the opening day, with what the community had set. */
  ruleSet: RuleSet,
  electorate: Electorate,
  secrecy: Secrecy,
  showsTurnout: z.boolean(),
  takesPaper: z.boolean(),
  createdAt: Instant,
  createdBy: Staff,
  /** When its matter was announced: here, or in its topic. */
  announcedAt: Instant,
  opensAt: Instant,
  /** Only ever moves later. */
  closesAt: Instant,
  state: VoteState,
  version: z.int(),
  digest: z.string(),
  /** Makes slot ids of electors; whoever has it can tell who is who. Never leaves the service. */
  secret: Hash,
  acts: z.array(Act),
  extensions: z.array(
    z.object({ at: Instant, from: Instant, to: Instant, notice: z.string(), by: z.optional(PersonId) }),
  ),
  /** `roll` names the frozen slots; `closesAt` as it stood then. Everything of the vote is signed with the private part of `publicKey`. */
  opened: z.optional(z.object({ at: Instant, closesAt: Instant, roll: z.string(), head: Head, publicKey: Hash })),
  /** When its electors were told that it closes soon. */
  remindedAt: z.optional(Instant),
  closedAt: z.optional(Instant),
  counted: z.optional(z.object({ at: Instant, result: VoteResult, paper: Paper })),
  /** `seal`: of the pack, which is made of what is stored and so needs no key any more. */
  published: z.optional(z.object({ at: Instant, by: Staff, until: Instant, seal: Signature })),
  finalAt: z.optional(Instant),
  /** `by`: absent when the clock did it. */
  cancelled: z.optional(z.object({ at: Instant, reason: z.string(), by: z.optional(PersonId) })),
  /** When the sweep has to look again; absent when nothing comes by itself any more. */
  wakeAt: z.optional(Instant),
});
export type VoteRecord = z.output<typeof VoteRecord>;

const CastBallot = z.object({
  /** Of the request, or of the entered sheet. */
  id: ActionId,
  digest: z.string(),
  /** Absent on paper. */
  personId: z.optional(PersonId),
  ballot: Nonce,
  choice: Choice,
  channel: Channel,
  nonce: Nonce,
  castAt: Instant,
  leaf: Hash,
});
export type CastBallot = z.output<typeof CastBallot>;

/**
 * One elector of one vote. `rev` counts its writes, and each write names the one it has read. Of earlier ballots, all by the
 * same person, only what a repeat of their request must get is kept, never the choice. Small, because it is written for every ballot.
 */
export const SlotRecord = z.object({
  slot: SlotId,
  kind: SlotKind,
  units: z.array(SlotUnit),
  isShared: z.boolean(),
  rev: z.int(),
  /** Of the last sale that took or gave a unit. */
  movedAt: z.optional(Instant),
  ballot: z.optional(CastBallot),
  past: z.array(z.object({ id: ActionId, digest: z.string(), castAt: Instant, leaf: Hash })),
  /** The sheet that came first and keeps phones out, from when it was entered. */
  paper: z.optional(ActionId),
  /** Voting is over, for a request too that began before and was slow: only sheets are still entered. */
  isSealed: z.optional(z.literal(true)),
  /** Ballots that came when voting was over, before it was sealed: under the same ids none is taken any more. */
  late: z.optional(z.array(ActionId)),
});
export type SlotRecord = z.output<typeof SlotRecord>;

/** A sheet. `refused`: its elector had voted already; `why` says how. */
export const PaperRecord = z.object({
  id: ActionId,
  digest: z.string(),
  rev: z.int(),
  slot: SlotId,
  units: z.array(z.string()),
  at: Instant,
  receivedAt: Instant,
  by: Staff,
  choice: Choice,
  photo: MediaId,
  state: z.enum(['waiting', 'confirmed', 'rejected', 'refused']),
  why: z.optional(z.enum(['firstOnline', 'firstOnPaper'])),
  decided: z.optional(z.object({ ...Act.shape, at: Instant, by: Staff, reason: z.optional(z.string()) })),
});
export type PaperRecord = z.output<typeof PaperRecord>;

/** Counts the sheets of a vote with each of their writes; once settled no sheet is entered or decided any more. */
export const LedgerRecord = z.object({
  rev: z.int(),
  waiting: z.int(),
  confirmed: z.int(),
  refused: z.int(),
  /** `act`: of the staff who stated it; absent where there was nothing to state. */
  settled: z.optional(z.object({ issued: z.int(), returned: z.int(), invalid: z.int(), act: z.optional(Act) })),
});
export type LedgerRecord = z.output<typeof LedgerRecord>;

/** `id`: of the sale. */
export const TransferRecord = z.object({ ...RollTransfer.shape, id: ActionId });
export type TransferRecord = z.output<typeof TransferRecord>;

/** How many ballots of a slot there have been. */
export const seqOf = ({ ballot, past }: SlotRecord): number => past.length + (ballot === undefined ? 0 : 1);
