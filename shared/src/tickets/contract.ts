import * as z from 'zod/mini';
import { Instant, text } from '../contract/fields.ts';
import { Limit } from '../duty/contract.ts';
import { CommunityId, DepartmentId, EventId, GridId, MediaId, TicketId, TopicId } from '../ids.ts';
import { Photo } from '../media/contract.ts';
import { Point } from '../places/contract.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
import { ClockName } from './clock-name.ts';
import { ticketLimits } from './limits.ts';
import { outcomes, ticketStates } from './states.ts';
import { stepNames } from './transitions.ts';

const { photos: maxPhotos } = ticketLimits;
/** Photos of one step: at least `min`, none twice. */
export const photoIds = (min: number) =>
  z.array(MediaId).check(
    z.minLength(min),
    z.maxLength(maxPhotos),
    z.refine((ids) => new Set(ids).size === ids.length),
  );
const State = z.enum(ticketStates);
const StepName = z.enum(['report', ...stepNames]);
const Named = z.object({ id: DepartmentId, name: z.string() });

/** The version the person was looking at; another one in between refuses the step. */
export const Version = z.int().check(z.gte(1));

/** A day on a Chinese calendar, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** How a report came: the resident's own phone, through staff, or from what residents decided together. */
export const Channel = z.enum(['app', 'phone', 'paper', 'walkIn', 'patrol', 'visit', 'resolution']);
export type Channel = z.output<typeof Channel>;

/** How a resident without an account agreed that staff write down what they say. */
export const Consent = z.enum(['spoken', 'written']);

/** What a card answers: what, in whose hands, until when. The same for everyone who may see the ticket. */
export const TicketCard = z.object({
  id: TicketId,
  number: z.string(),
  communityId: CommunityId,
  categoryCode: CategoryCode,
  categoryName: z.string(),
  /** The resident's own words where they may be shown, else the category's name. */
  title: z.string(),
  state: State,
  /** What has become of it: no count mixes two of these. */
  outcome: z.enum(outcomes),
  /** Sent with a step: another step in between refuses it. A list may be a moment old. */
  version: z.int(),
  grid: z.optional(z.object({ id: GridId, name: z.string() })),
  department: z.optional(Named),
  reportedAt: Instant,
  /** End of the running time limit that is due first; absent when nothing is due or the calendar for that year is not published. */
  dueAt: z.optional(Instant),
  /** How many neighbours have joined; may be a moment old. */
  joins: z.int(),
  /** How many times it has come back after it was closed. */
  repeats: z.int(),
  /** On the desk of a supporting department: what it is to do (协办). `dueAt` is then the task's. */
  task: z.optional(z.string()),
  /** A colleague of the desk has it: the label of their post. To staff alone. */
  assignee: z.optional(z.object({ label: z.string(), isMe: z.boolean() })),
  coverUrl: z.optional(z.string()),
  stars: z.optional(z.int()),
});
export type TicketCard = z.output<typeof TicketCard>;

/** Shown to community staff alone: what the safety check says of the words or the photo. `pass` is left out. */
const Held = z.optional(z.enum(['pending', 'held', 'hidden', 'flagged', 'appealed']));

/** Another ticket that this one points to. */
const TicketLink = z.object({ id: TicketId, number: z.string() });

export const TicketEvent = z.object({
  id: EventId,
  at: Instant,
  step: StepName,
  state: State,
  /** 「幸福物业」「网格员 07」「居民」; never a private name. */
  actor: z.string(),
  /** To staff alone: the post that acted for the department. */
  post: z.optional(z.string()),
  /** Absent when there is none or it is not (yet) shown to this viewer. */
  note: z.optional(z.string()),
  safety: Held,
  photos: z.array(z.extend(Photo, { safety: Held })),
  stars: z.optional(z.int()),
  /** To whom it went: the lead department, and those that help. */
  department: z.optional(Named),
  supporting: z.optional(z.array(Named)),
  /** The item of the responsibility list that the department says it belongs to. */
  belongsTo: z.optional(z.object({ categoryCode: CategoryCode, name: z.string() })),
  /** Which clock struck. */
  clock: z.optional(ClockName),
  stage: z.optional(z.string()),
  limit: z.optional(Limit),
  day: z.optional(Day),
  /** The other ticket, when two were merged. */
  other: z.optional(TicketLink),
  colleague: z.optional(z.string()),
  /** What of it is mine and hidden by a decision, words by the event's id: I may ask for it to be looked at again. */
  hidden: z.optional(z.array(z.union([MediaId, EventId]))),
});
export type TicketEvent = z.output<typeof TicketEvent>;

export const ClockView = z.object({
  name: ClockName,
  /** The name of a stage (停工), or the department of a task. */
  of: z.optional(z.string()),
  limit: z.optional(Limit),
  dueAt: z.optional(Instant),
  stoppedAt: z.optional(Instant),
  standing: z.enum(['running', 'late', 'paused', 'met', 'missed']),
});
export type ClockView = z.output<typeof ClockView>;

/** A supporting department's part of a joint dispatch (吹哨报到). */
export const TaskView = z.object({
  department: Named,
  task: z.string(),
  state: z.enum(['open', 'reported', 'excused']),
  dueAt: z.optional(Instant),
  isLate: z.boolean(),
  /** The viewer is of this department. */
  isMine: z.boolean(),
});
export type TaskView = z.output<typeof TaskView>;

export const TicketView = z.object({
  ...TicketCard.shape,
  /** How the viewer stands to it: decides what is below. */
  relation: z.enum(['public', 'reporter', 'joiner', 'staff']),
  /** Exact only for the reporter and for staff in whose hands it may come. */
  place: z.object({ label: z.optional(z.string()), point: z.optional(Point) }),
  description: z.optional(z.string()),
  /** True while words or photos wait for the safety check before others see them. */
  isHeld: z.boolean(),
  dutyVersion: z.optional(z.int()),
  channel: Channel,
  /** To staff alone: the resident for whom it was entered. */
  onBehalf: z.optional(z.object({ name: z.optional(z.string()), phone: z.optional(z.string()), consent: Consent })),
  clocks: z.array(ClockView),
  tasks: z.array(TaskView),
  stages: z.array(z.object({ name: z.string(), isReached: z.boolean() })),
  /** An extension that waits for an answer. */
  extension: z.optional(z.object({ limit: Limit, note: z.string() })),
  returns: z.int(),
  reopens: z.int(),
  rectifications: z.int(),
  mergedInto: z.optional(TicketLink),
  repeatOf: z.optional(TicketLink),
  /** The topic that it gave rise to, or whose decision it carries out. */
  topicId: z.optional(TopicId),
  hasJoined: z.boolean(),
  /** May join: somebody else's, and not over. */
  canJoin: z.boolean(),
  events: z.array(TicketEvent),
  /** The steps this viewer may take now, from the transition table. */
  can: z.array(z.enum(stepNames)),
});
export type TicketView = z.output<typeof TicketView>;

/** What staff write down for somebody else. `resident` is absent when nobody asked for it: found on patrol. */
export const EnteredReport = z.strictObject({
  id: TicketId,
  channel: z.enum(['phone', 'paper', 'walkIn', 'patrol', 'visit']),
  categoryCode: CategoryCode,
  description: text(1, ticketLimits.description),
  place: z.strictObject({ point: Point, label: text(1, ticketLimits.placeLabel) }),
  photoIds: photoIds(0),
  resident: z.optional(
    z.strictObject({
      name: z.optional(text(1, 20)),
      phone: z.optional(z.string().check(z.regex(/^\+?[\d -]{5,20}$/))),
      consent: Consent,
    }),
  ),
});
export type EnteredReport = z.output<typeof EnteredReport>;
