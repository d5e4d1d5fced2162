import * as z from 'zod/mini';
import { Instant } from '../contract/fields.ts';
import { ActionId, CommunityId, MediaId, TopicId, VoteId } from '../ids.ts';
import { Channel, Secrecy } from './ballot.ts';
import { Choice } from './choice.ts';
import { Question } from './question.ts';
import { Outcome, VoteResult } from './result.ts';
import { Electorate, SlotId } from './roll.ts';
import { RuleSet } from './rule-set.ts';
import { voteStates } from './transitions.ts';

export const VoteState = z.enum(voteStates);
export type VoteState = z.output<typeof VoteState>;

const cardShape = {
  id: VoteId,
  communityId: CommunityId,
  topicId: z.optional(TopicId),
  title: z.string(),
  state: VoteState,
  electorate: Electorate,
  opensAt: Instant,
  closesAt: Instant,
  isAdvisory: z.boolean(),
  /** Once the result is published. */
  outcome: z.optional(Outcome),
};

/** A number of heads and an area in 0.01 m²; the area is 0 where the rules do not count it. */
export const Measure = z.object({ heads: z.int(), area: z.int() });
export type Measure = z.output<typeof Measure>;

const turnoutShape = { at: Instant, eligible: Measure, participating: Measure };

/** With what changes while one looks only of a vote that is open. */
export const VoteCard = z.object({
  ...cardShape,
  /** My ballot: can be cast, is in for some of my slots, for all, or I have no slot. Absent for who is not signed in. */
  mine: z.optional(z.enum(['canCast', 'partly', 'cast', 'none'])),
  /** As it is shown; absent where it is not. */
  turnout: z.optional(z.object(turnoutShape)),
});
export type VoteCard = z.output<typeof VoteCard>;

/** How far the turnout is, by building and never by name. At most five minutes old while the vote is open. */
export const Progress = z.object({
  ...turnoutShape,
  /** Per turnout test: what is there, what is needed, and in which words it is missing. */
  tests: z.array(
    z.object({
      id: z.string(),
      dimension: z.enum(['heads', 'area']),
      part: z.int(),
      needed: z.int(),
      whole: z.int(),
      isMet: z.boolean(),
    }),
  ),
  /** `heads` are units here. */
  buildings: z.array(z.object({ building: z.string(), eligible: Measure, participating: Measure })),
  /** How an open vote stands, by option; of other votes nobody sees it before the result. */
  options: z.optional(z.array(z.object({ id: z.string(), ...Measure.shape }))),
});
export type Progress = z.output<typeof Progress>;

/** My place in a vote: the slot I may cast for, and what I cast. */
export const MySlot = z.object({
  slot: SlotId,
  /** 「3 栋 2 单元 501」, several for an owner of several; empty for a person. */
  units: z.array(z.string()),
  ...Measure.shape,
  /** Somebody shares it: casting says that they agree. */
  isShared: z.boolean(),
  ballot: z.optional(
    z.object({
      choice: Choice,
      castAt: Instant,
      channel: Channel,
      /** Counts up with each change. */
      seq: z.int(),
      code: z.string(),
      leaf: z.string(),
      /** Cast by a co-owner or another member of the household, not by me: then `choice` is not mine to see and is an abstention here. */
      isByOther: z.boolean(),
    }),
  ),
  /** A paper ballot is being entered: the phone cannot cast for this slot. */
  isOnPaper: z.boolean(),
  mayCast: z.boolean(),
});
export type MySlot = z.output<typeof MySlot>;

export const Objection = z.object({
  id: ActionId,
  at: Instant,
  words: z.string(),
  /** Absent for others when the objector asked not to be shown; never a private name. */
  who: z.string(),
  isMine: z.boolean(),
  /** Whether everyone reads the words: they have passed the check, or a person has let them. Until then staff and who wrote them do. */
  isPublic: z.boolean(),
  answer: z.optional(z.object({ words: z.string(), at: Instant, who: z.string() })),
});
export type Objection = z.output<typeof Objection>;

/** Paper against the count: what was handed out, came back, could not be read, and stands as ballots. */
export const PaperTotals = z.object({
  issued: z.int(),
  returned: z.int(),
  invalid: z.int(),
  entered: z.int(),
  waiting: z.int(),
  refused: z.int(),
});
export type PaperTotals = z.output<typeof PaperTotals>;

export const Vote = z.object({
  ...cardShape,
  version: z.int(),
  question: Question,
  secrecy: Secrecy,
  /** Whether the turnout is shown while the vote runs; choices are only in an `open` vote. */
  showsTurnout: z.boolean(),
  /** Whether a ballot may be changed until close. */
  isChangeable: z.boolean(),
  /** Whether ballots on paper are taken; then the count waits for their totals. */
  takesPaper: z.boolean(),
  ruleSet: RuleSet,
  announcedAt: Instant,
  announcement: z.string(),
  extensions: z.array(z.object({ at: Instant, from: Instant, to: Instant, notice: z.string() })),
  rollDigest: z.optional(z.string()),
  progress: z.optional(Progress),
  /** For everyone once it is published; from the count on for the staff who publish it, with the totals of paper it was reconciled with. */
  result: z.optional(VoteResult),
  publishedAt: z.optional(Instant),
  objectionsUntil: z.optional(Instant),
  paper: z.optional(PaperTotals),
  cancelReason: z.optional(z.string()),
  /** Who looked at the choices of a secret vote by area, for everyone to see. */
  looks: z.array(z.object({ at: Instant, who: z.string() })),
  mine: z.array(MySlot),
  /** Why the viewer has no slot, in plain words. */
  whyNot: z.optional(z.string()),
  may: z.array(z.enum(['cast', 'object', 'extend', 'cancel', 'paper', 'settle', 'publish', 'answer', 'audit'])),
});
export type Vote = z.output<typeof Vote>;

export const Receipt = z.object({
  voteId: VoteId,
  leaf: z.string(),
  code: z.string(),
  castAt: Instant,
  seq: z.int(),
  /** After close: the RFC 6962 audit path to the root of the last head. */
  proof: z.optional(z.object({ index: z.int(), size: z.int(), root: z.string(), path: z.array(z.string()) })),
});
export type Receipt = z.output<typeof Receipt>;

/** A paper ballot between its two members of staff. The choice is shown while it waits, and later to the two who entered and decided. */
export const PaperBallot = z.object({
  id: ActionId,
  slot: SlotId,
  units: z.array(z.string()),
  at: Instant,
  enteredBy: z.string(),
  isMine: z.boolean(),
  choice: z.optional(Choice),
  /** When the sheet was handed in. */
  receivedAt: Instant,
  photo: z.optional(z.object({ id: MediaId, url: z.string() })),
  state: z.enum(['waiting', 'confirmed', 'rejected', 'refused']),
  reason: z.optional(z.string()),
});
export type PaperBallot = z.output<typeof PaperBallot>;
