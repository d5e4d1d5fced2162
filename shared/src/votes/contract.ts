import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, MediaId, TopicId, VoteId } from '../ids.ts';
import { Channel, Hash, Nonce, Secrecy } from './ballot.ts';
import { Choice } from './choice.ts';
import { voteLimits } from './limits.ts';
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

const params = z.strictObject({ voteId: VoteId });
const staffErrors = ['access.denied', 'vote.notFound', 'vote.changed', 'vote.stepNotAllowed', 'id.reused'] as const;
const seen = { id: ActionId, version: z.int() };

export const voteRoutes = {
  announceVote: defineRoute({
    method: 'POST',
    path: '/v1/votes',
    summary: 'Announce a vote on a matter that its topic has announced; it opens and closes by the clock',
    access: 'staff',
    body: z.strictObject({
      id: VoteId,
      communityId: CommunityId,
      topicId: z.optional(TopicId),
      title: text(4, voteLimits.title),
      announcement: text(10, 2000),
      question: Question,
      ruleSetId: RuleSet.shape.id,
      electorate: Electorate,
      secrecy: Secrecy,
      showsTurnout: z.boolean(),
      /** Only where the rule set leaves it open; absent follows the rule set. */
      isChangeable: z.optional(z.boolean()),
      /** Absent: ballots on paper are taken. */
      takesPaper: z.optional(z.boolean()),
      opensAt: Instant,
      closesAt: Instant,
    }),
    response: Vote,
    errors: [
      'access.denied',
      'community.notFound',
      'topic.notFound',
      'vote.notAnnounced',
      'vote.noticeTooShort',
      'vote.ruleSet',
      'roll.missing',
      'id.reused',
    ],
  }),
  listRuleSets: defineRoute({
    method: 'GET',
    path: '/v1/votes/rule-sets',
    summary: 'The rule sets in force on a day, with the article behind each rule',
    access: 'anyone',
    query: z.strictObject({ communityId: CommunityId, on: z.iso.date() }),
    response: z.object({ items: z.array(RuleSet) }),
    errors: ['community.notFound', 'vote.ruleSet'],
  }),
  listVotes: defineRoute({
    method: 'GET',
    path: '/v1/votes',
    summary: 'The votes of a community, the newest first',
    access: 'anyone',
    query: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    response: pageOf(VoteCard),
    errors: ['community.notFound'],
  }),
  getVote: defineRoute({
    method: 'GET',
    path: '/v1/votes/{voteId}',
    summary: 'A vote: question, rules with their articles, turnout, my slots, and the result once it is published',
    access: 'anyone',
    params,
    response: Vote,
    errors: ['vote.notFound'],
  }),
  castBallot: defineRoute({
    method: 'POST',
    path: '/v1/votes/{voteId}/ballot',
    summary: 'Cast or change a ballot; one per elector whatever happens',
    access: 'person',
    params,
    body: z.strictObject({
      id: ActionId,
      slot: SlotId,
      choice: Choice,
      /** The ballot of this slot that was on the screen: 0 for none. A newer one is never overwritten unseen. */
      replaces: z.int().check(z.gte(0)),
      /** Co-owners and members of a household agreed on it; demanded where the slot is shared. */
      isAgreed: z.optional(z.literal(true)),
    }),
    response: Receipt,
    errors: [
      'vote.notFound',
      'vote.notOpen',
      'vote.over',
      'vote.notYours',
      'vote.choice',
      'vote.final',
      'vote.onPaper',
      'vote.castByOther',
      'vote.ballotChanged',
      'vote.agreementNeeded',
      'id.reused',
    ],
  }),
  getReceipt: defineRoute({
    method: 'GET',
    path: '/v1/votes/{voteId}/receipt',
    summary: 'My receipt for a slot, with its inclusion proof after close',
    access: 'person',
    params,
    query: z.strictObject({ slot: SlotId }),
    response: Receipt,
    errors: ['vote.notFound', 'vote.notYours'],
  }),
  getPack: defineRoute({
    method: 'GET',
    path: '/v1/votes/{voteId}/pack',
    summary: 'Everything with which anyone can recount a published vote; `npx suishoupai-verify` checks it',
    access: 'anyone',
    params,
    response: z.object({}),
    file: 'application/json',
    errors: ['vote.notFound', 'vote.notPublished'],
  }),
  getOpenings: defineRoute({
    method: 'GET',
    path: '/v1/votes/{voteId}/openings',
    summary:
      'The choices behind the commitments of a secret vote by area, once somebody of the community and of the street both asked; each look is published',
    access: 'staff',
    params,
    response: z.object({
      format: z.literal('suishoupai-openings/1'),
      vote: VoteId,
      openings: z.array(z.object({ slot: SlotId, choice: Choice, nonce: Nonce })),
    }),
    errors: ['access.denied', 'vote.notFound', 'vote.notPublished'],
  }),
  listHeads: defineRoute({
    method: 'GET',
    path: '/v1/votes/{voteId}/heads',
    summary: 'The signed heads of the ballot log so far, to copy onto a notice board: the first and the newest hundred',
    access: 'anyone',
    params,
    response: z.object({
      publicKey: z.string(),
      items: z.array(
        z.object({
          vote: VoteId,
          n: z.int(),
          kind: z.enum(['roll', 'sweep', 'close']),
          size: z.int(),
          root: Hash,
          at: Instant,
          previous: Hash,
          signature: z.string(),
        }),
      ),
    }),
    errors: ['vote.notFound'],
  }),
  extendVote: defineRoute({
    method: 'POST',
    path: '/v1/votes/{voteId}/extend',
    summary: 'Close later, with a notice that everyone reads; never earlier, and not after close',
    access: 'staff',
    params,
    body: z.strictObject({ ...seen, closesAt: Instant, notice: text(5, 500) }),
    response: Vote,
    errors: [...staffErrors, 'vote.over'],
  }),
  cancelVote: defineRoute({
    method: 'POST',
    path: '/v1/votes/{voteId}/cancel',
    summary: 'Cancel a vote before it is counted, with a reason that everyone reads',
    access: 'staff',
    params,
    body: z.strictObject({ ...seen, reason: text(5, 500) }),
    response: Vote,
    errors: staffErrors,
  }),
  findSlots: defineRoute({
    method: 'GET',
    path: '/v1/staff/votes/{voteId}/slots',
    summary:
      'The slots of one building and how each stands, to enter paper ballots and to see who still needs reaching; where people vote for themselves, those bound there, each look logged',
    access: 'staff',
    params,
    query: z.strictObject({ building: z.string().check(z.minLength(1), z.maxLength(12)) }),
    response: z.object({
      items: z.array(
        z.object({
          slot: SlotId,
          units: z.array(z.string()),
          /** `王*明`, where the slot is a person's; the units are then those they are bound to. */
          name: z.optional(z.string()),
          ...Measure.shape,
          standing: z.enum(['none', 'online', 'paper', 'waiting']),
        }),
      ),
    }),
    errors: ['access.denied', 'vote.notFound'],
  }),
  enterPaper: defineRoute({
    method: 'POST',
    path: '/v1/staff/votes/{voteId}/paper',
    summary: 'Enter a paper ballot with a photo of the sheet; it counts once a second member of staff confirmed it',
    access: 'staff',
    params,
    body: z.strictObject({
      id: ActionId,
      slot: SlotId,
      choice: Choice,
      photo: MediaId,
      /** Absent: now. A sheet handed in before close may be entered for two days after. */
      receivedAt: z.optional(Instant),
    }),
    response: PaperBallot,
    errors: [
      'access.denied',
      'vote.notFound',
      'vote.notOpen',
      'vote.over',
      'vote.choice',
      'vote.onPaper',
      'vote.changed',
      'vote.stepNotAllowed',
      'vote.noSlot',
      'media.notFound',
      'media.notReady',
      'media.refused',
      'id.reused',
    ],
  }),
  listPaper: defineRoute({
    method: 'GET',
    path: '/v1/staff/votes/{voteId}/paper',
    summary: 'Paper ballots, those that wait for a second person first',
    access: 'staff',
    params,
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(PaperBallot),
    errors: ['access.denied', 'vote.notFound'],
  }),
  decidePaper: defineRoute({
    method: 'POST',
    path: '/v1/staff/votes/{voteId}/paper/{paperId}/decide',
    summary: 'Confirm a paper ballot that somebody else entered, or reject it with a reason',
    access: 'staff',
    params: z.strictObject({ voteId: VoteId, paperId: ActionId }),
    body: z.discriminatedUnion('decision', [
      z.strictObject({ id: ActionId, decision: z.literal('confirm') }),
      z.strictObject({ id: ActionId, decision: z.literal('reject'), reason: text(2, 200) }),
    ]),
    response: PaperBallot,
    errors: [
      'access.denied',
      'vote.notFound',
      'vote.changed',
      'vote.stepNotAllowed',
      'vote.samePerson',
      'paper.notFound',
      'paper.decided',
    ],
  }),
  settlePaper: defineRoute({
    method: 'POST',
    path: '/v1/staff/votes/{voteId}/paper/settle',
    summary: 'State how many sheets were handed out, came back and could not be read; must agree with what was entered',
    access: 'staff',
    params,
    body: z.strictObject({
      ...seen,
      issued: z.int().check(z.gte(0), z.lte(100_000)),
      returned: z.int().check(z.gte(0), z.lte(100_000)),
      invalid: z.int().check(z.gte(0), z.lte(100_000)),
    }),
    response: Vote,
    errors: [...staffErrors, 'vote.paperOpen', 'vote.paperTotals'],
  }),
  publishResult: defineRoute({
    method: 'POST',
    path: '/v1/votes/{voteId}/publish',
    summary: 'Post the result (公示); residents may object for the days the rules name',
    access: 'staff',
    params,
    body: z.strictObject(seen),
    response: Vote,
    errors: [...staffErrors, 'vote.paperOpen'],
  }),
  object: defineRoute({
    method: 'POST',
    path: '/v1/votes/{voteId}/objections',
    summary: 'Object to a posted result; it must be answered before the result is final',
    access: 'person',
    params,
    body: z.strictObject({ id: ActionId, words: text(5, 500) }),
    response: Objection,
    errors: ['vote.notFound', 'vote.stepNotAllowed', 'vote.notYours', 'id.reused'],
  }),
  listObjections: defineRoute({
    method: 'GET',
    path: '/v1/votes/{voteId}/objections',
    summary: 'Objections with their answers, oldest first; `only=unanswered` leaves out those that have one',
    access: 'anyone',
    params,
    query: z.strictObject({ only: z.optional(z.literal('unanswered')), cursor: z.optional(Cursor) }),
    response: pageOf(Objection),
    errors: ['vote.notFound'],
  }),
  listHeldObjections: defineRoute({
    method: 'GET',
    path: '/v1/staff/votes/objections',
    summary: 'Objections whose words the safety check has held, the longest waiting first',
    access: 'staff',
    query: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
    response: pageOf(z.object({ voteId: VoteId, id: ActionId, at: Instant, words: z.string() })),
    errors: ['access.denied', 'community.notFound'],
  }),
  judgeObjection: defineRoute({
    method: 'POST',
    path: '/v1/votes/{voteId}/objections/{objectionId}/judge',
    summary:
      'Let everyone read an objection that was held, or keep its words hidden with a reason; it is answered either way',
    access: 'staff',
    params: z.strictObject({ voteId: VoteId, objectionId: ActionId }),
    body: z.discriminatedUnion('verdict', [
      z.strictObject({ id: ActionId, verdict: z.literal('pass') }),
      z.strictObject({ id: ActionId, verdict: z.literal('hidden'), reason: text(2, 200) }),
    ]),
    response: Objection,
    errors: ['access.denied', 'vote.notFound', 'objection.notFound', 'vote.stepNotAllowed', 'id.reused'],
  }),
  answerObjection: defineRoute({
    method: 'POST',
    path: '/v1/votes/{voteId}/objections/{objectionId}/answer',
    summary: 'Answer an objection; the answer stays',
    access: 'staff',
    params: z.strictObject({ voteId: VoteId, objectionId: ActionId }),
    body: z.strictObject({ id: ActionId, words: text(5, 500) }),
    response: Objection,
    errors: ['access.denied', 'vote.notFound', 'objection.notFound', 'objection.answered', 'id.reused'],
  }),
};
