import { Instant } from '@suishoupai/shared/contract/fields';
import { Limit } from '@suishoupai/shared/duty/contract';
import {
  CommunityId,
  DepartmentId,
  EventId,
  GridId,
  MediaId,
  PersonId,
  StreetId,
  TicketId,
  TopicId,
} from '@suishoupai/shared/ids';
import { Point } from '@suishoupai/shared/places/contract';
import { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import { ClockName } from '@suishoupai/shared/tickets/clock-name';
import { Clock } from '@suishoupai/shared/tickets/clocks';
import { Channel, Consent, Day } from '@suishoupai/shared/tickets/contract';
import { type Desk, deskOf, type TicketState, ticketStates } from '@suishoupai/shared/tickets/states';
import { relationNames, stepNames } from '@suishoupai/shared/tickets/transitions';
import * as z from 'zod/mini';

/**
 * `pending` until WeChat has answered; `held` and `hidden` are shown to nobody outside, `hidden` by a person's decision. `flagged` is
 * shown and `appealed` is not: both wait for a person because somebody complained, or its author did.
 */
export const Safety = z.enum(['pending', 'pass', 'held', 'hidden', 'flagged', 'appealed']);
export type Safety = z.output<typeof Safety>;

const DepartmentName = z.object({ id: DepartmentId, name: z.string() });

/** Another ticket; its number follows from when it was reported. */
const Other = z.object({ id: TicketId, reportedAt: Instant });

/** One line of the trace, never changed once written. `digest` tells a repeat from a reuse of its id. */
const Event = z.object({
  id: EventId,
  at: Instant,
  step: z.enum(['report', ...stepNames]),
  state: z.enum(ticketStates),
  /** `post`: the grant under which a staff member acted, when the label names the department alone. */
  actor: z.object({
    relation: z.enum(relationNames),
    label: z.string(),
    post: z.optional(z.string()),
    personId: z.optional(PersonId),
  }),
  note: z.optional(z.string()),
  photoIds: z.array(MediaId),
  stars: z.optional(z.int()),
  digest: z.string(),
  department: z.optional(DepartmentName),
  supporting: z.optional(z.array(DepartmentName)),
  /** The item of the responsibility list that a department says it belongs to. */
  belongsTo: z.optional(CategoryCode),
  clock: z.optional(ClockName),
  stage: z.optional(z.int()),
  limit: z.optional(Limit),
  day: z.optional(Day),
  other: z.optional(Other),
  colleague: z.optional(z.object({ personId: PersonId, label: z.string() })),
  /** What a review decided on, how, and why. */
  review: z.optional(z.object({ item: z.string(), isShown: z.boolean(), reason: z.optional(z.string()) })),
});
export type TicketEvent = z.output<typeof Event>;

/** A supporting department's part of a joint dispatch. */
const Task = z.object({ department: DepartmentName, task: z.string(), state: z.enum(['open', 'reported', 'excused']) });
export type Task = z.output<typeof Task>;

/** Names stand beside ids as they were when written: a department that is renamed or gone still reads right. */
export const Ticket = z.object({
  id: TicketId,
  communityId: CommunityId,
  streetId: StreetId,
  categoryCode: CategoryCode,
  title: z.string(),
  publicTitle: z.optional(z.string()),
  description: z.string(),
  place: z.object({ point: Point, label: z.string() }),
  grid: z.optional(z.object({ id: GridId, name: z.string() })),
  department: z.optional(DepartmentName),
  channel: Channel,
  /** Absent when staff entered it for a resident without an account. */
  reporterId: z.optional(PersonId),
  onBehalf: z.optional(
    z.object({ name: z.optional(z.string()), phone: z.optional(z.string()), consent: Consent, enteredBy: PersonId }),
  ),
  state: z.enum(ticketStates),
  /** Where it was held up, while it waits, is parked or merged. */
  before: z.optional(z.enum(ticketStates)),
  /** Counts the steps that make a page stale; a sideline, or what the clock writes, does not. */
  version: z.int(),
  dutyVersion: z.optional(z.int()),
  limits: z.object({
    accept: Limit,
    resolve: Limit,
    check: Limit,
    stages: z.optional(z.array(z.object({ name: z.string(), limit: Limit }))),
  }),
  filing: z.enum(['byRule', 'onTheSpot']),
  reportedAt: Instant,
  closedAt: z.optional(Instant),
  clocks: z.array(Clock),
  /** Of the running clock that is due first. */
  dueAt: z.optional(Instant),
  /** When the next clock strikes. */
  wakeAt: z.optional(Instant),
  isOverdue: z.boolean(),
  returns: z.int(),
  rectifications: z.int(),
  /** How often a handler asked the reporter. */
  asks: z.int(),
  reopens: z.int(),
  extension: z.optional(z.object({ limit: Limit, note: z.string() })),
  extensions: z.int(),
  tasks: z.array(Task),
  assignee: z.optional(z.object({ personId: PersonId, label: z.string() })),
  mergedInto: z.optional(Other),
  /** The closed one of the same kind at the same place that it repeats. */
  repeatOf: z.optional(Other),
  /** How many times it has come back, itself included. */
  repeats: z.int(),
  /** The topic that it gave rise to, or that ordered it; written beside the trace. */
  topicId: z.optional(TopicId),
  /** How many have joined, as last counted. */
  joins: z.int(),
  /** Since it was last closed; `by` is a person, or `resident` for the one without an account. */
  ratings: z.array(z.object({ by: z.union([PersonId, z.literal('resident')]), stars: z.int() })),
  cover: z.optional(MediaId),
  publicCover: z.optional(MediaId),
  stars: z.optional(z.int()),
  events: z.array(Event),
  /** By media id, event id and comment id: what others may see. */
  safety: z.record(z.string(), Safety),
});
export type Ticket = z.output<typeof Ticket>;

const { shape } = Ticket;
/** What a list carries of a ticket; each list brings what it is for, and no more. */
export const Card = z.object({
  id: shape.id,
  categoryCode: shape.categoryCode,
  state: shape.state,
  version: shape.version,
  title: shape.title,
  publicTitle: shape.publicTitle,
  place: z.optional(shape.place),
  reporterId: shape.reporterId,
  grid: shape.grid,
  department: shape.department,
  assignee: shape.assignee,
  reportedAt: shape.reportedAt,
  closedAt: shape.closedAt,
  dueAt: shape.dueAt,
  joins: shape.joins,
  repeats: shape.repeats,
  cover: shape.cover,
  publicCover: shape.publicCover,
  stars: shape.stars,
  /** On the desk of a supporting department: what it is to do. */
  task: z.optional(z.string()),
});
export type CardRecord = z.output<typeof Card>;

type Placed = Pick<Ticket, 'department' | 'grid' | 'filing' | 'before'> & { state: TicketState };

/** The name of the desk a ticket lies on; undefined when nobody has to act. */
export const deskNameOf = (ticket: Placed): string | undefined => {
  const { department, grid, filing, before, state } = ticket;
  const desk: Desk = deskOf(state);
  switch (desk) {
    case 'department':
      return department?.id ?? 'community';
    case 'filing':
      return filing === 'onTheSpot' ? (grid?.id ?? 'community') : 'community';
    case 'grid':
      return grid?.id ?? 'community';
    case 'community':
    case 'street':
      return desk;
    case 'before':
      return before === undefined || before === state ? 'community' : deskNameOf({ ...ticket, state: before });
    case 'none':
      return undefined;
    default:
      return desk satisfies never;
  }
};

/** Words or photos wait for WeChat or for a person. */
export const isForReview = ({ safety }: Pick<Ticket, 'safety'>): boolean =>
  Object.values(safety).some((each) => each !== 'pass' && each !== 'hidden');
