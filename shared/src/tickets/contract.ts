import * as z from 'zod/mini';
import type { ErrorCode } from '../contract/errors.ts';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { Limit } from '../duty/contract.ts';
import { ActionId, CommunityId, DepartmentId, EventId, GridId, MediaId, PersonId, TicketId } from '../ids.ts';
import { Photo } from '../media/contract.ts';
import { Point } from '../places/contract.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
import { ClockName } from './clock-name.ts';
import { ticketLimits } from './limits.ts';
import { outcomes, ticketStates } from './states.ts';
import { stepNames } from './transitions.ts';

const { photos: maxPhotos } = ticketLimits;
const photoIds = (min: number) =>
  z.array(MediaId).check(
    z.minLength(min),
    z.maxLength(maxPhotos),
    z.refine((ids) => new Set(ids).size === ids.length),
  );
const State = z.enum(ticketStates);
const StepName = z.enum(['report', ...stepNames]);
const Named = z.object({ id: DepartmentId, name: z.string() });

/** A day on a Chinese calendar, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** How a report came: the resident's own phone, or through staff. */
export const Channel = z.enum(['app', 'phone', 'paper', 'walkIn', 'patrol', 'visit']);
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
  hasJoined: z.boolean(),
  /** May join: somebody else's, and not over. */
  canJoin: z.boolean(),
  events: z.array(TicketEvent),
  /** The steps this viewer may take now, from the transition table. */
  can: z.array(z.enum(stepNames)),
});
export type TicketView = z.output<typeof TicketView>;

const ticketParams = z.strictObject({ ticketId: TicketId });
const base = {
  id: ActionId,
  /** The version the person was looking at; another one in between refuses the step. */
  version: z.int().check(z.gte(1)),
};
const note = text(1, ticketLimits.note);
const optionalNote = z.optional(note);

const photos = z.optional(photoIds(0));

const stepRoute = <const P extends string, B extends z.core.$ZodType>(
  step: P,
  access: 'person' | 'staff',
  summary: string,
  body: B,
  errors: readonly ErrorCode[] = [],
) =>
  defineRoute({
    method: 'POST',
    path: `/v1/tickets/{ticketId}/${step}`,
    summary,
    access,
    params: ticketParams,
    body,
    response: TicketView,
    errors: [
      'access.denied',
      'ticket.notFound',
      'ticket.changed',
      'ticket.stepNotAllowed',
      'id.reused',
      'media.notFound',
      'media.notReady',
      'media.refused',
      ...errors,
    ],
  });

/** At most ten working days more (复杂事项延期), or a day's hours. */
const ExtensionLimit = z.union([
  z.strictObject({ unit: z.literal('workDay'), amount: z.int().check(z.gte(1), z.lte(10)) }),
  z.strictObject({ unit: z.enum(['hour', 'workHour']), amount: z.int().check(z.gte(1), z.lte(24)) }),
]);

/** What lets a community take on what the negative list keeps from it: the paper that says so, and the means. */
const authorisation = z.optional(z.strictObject({ document: text(1, 60), means: text(1, 60) }));

/** One route per step that a person can take; keys are the steps of the transition table. */
export const stepRoutes = {
  file: stepRoute(
    'file',
    'staff',
    'File a report by hand, or verified on the spot (核实立案); dispatched by the list when it has a line',
    z.strictObject({ ...base, note: optionalNote, photoIds: photos }),
  ),
  decline: stepRoute(
    'decline',
    'staff',
    'Decline to file, with a reason (不予立案)',
    z.strictObject({ ...base, note, photoIds: photos }),
  ),
  dispatch: stepRoute(
    'dispatch',
    'staff',
    'Dispatch to a department (派遣)',
    z.strictObject({ ...base, departmentId: DepartmentId, note: optionalNote, authorisation }),
    ['department.unknown', 'department.notAuthorised'],
  ),
  joint: stepRoute(
    'joint',
    'staff',
    'Dispatch to several departments at once: one lead, the others each with a task and a clock (吹哨报到)',
    z.strictObject({
      ...base,
      departmentId: DepartmentId,
      supporting: z
        .array(
          z.strictObject({ departmentId: DepartmentId, task: text(1, ticketLimits.task), limit: z.optional(Limit) }),
        )
        .check(z.minLength(1), z.maxLength(ticketLimits.supporting)),
      note: optionalNote,
    }),
    ['department.unknown', 'department.notAuthorised'],
  ),
  accept: stepRoute('accept', 'staff', 'Accept (接单)', z.strictObject({ ...base, note: optionalNote })),
  return: stepRoute(
    'return',
    'staff',
    'Return with a reason and the item of the list it belongs to (退回)',
    z.strictObject({ ...base, note, categoryCode: CategoryCode }),
    ['ticket.returnedTwice', 'category.unknown'],
  ),
  ask: stepRoute(
    'ask',
    'staff',
    'Ask the reporter for more; the clocks stand still until they answer (请居民补充)',
    z.strictObject({ ...base, note }),
    ['ticket.askedTwice'],
  ),
  answer: stepRoute(
    'answer',
    'person',
    'Answer what was asked (补充说明)',
    z.strictObject({ ...base, note, photoIds: photos }),
    ['ticket.reporterPresent'],
  ),
  progress: stepRoute(
    'progress',
    'staff',
    'Say how far the work is; `stage` says that a stage of the list is reached (办理进展)',
    z.strictObject({ ...base, note, photoIds: photos, stage: z.optional(z.int().check(z.gte(0), z.lte(3))) }),
  ),
  askExtension: stepRoute(
    'askExtension',
    'staff',
    'Ask for more time (申请延期)',
    z.strictObject({ ...base, note, limit: ExtensionLimit }),
    ['ticket.extensionSpent'],
  ),
  grantExtension: stepRoute(
    'grantExtension',
    'staff',
    'Grant the extension (同意延期)',
    z.strictObject({ ...base, note: optionalNote }),
    ['ticket.noExtensionAsked'],
  ),
  refuseExtension: stepRoute(
    'refuseExtension',
    'staff',
    'Refuse the extension, with a reason (不同意延期)',
    z.strictObject({ ...base, note }),
    ['ticket.noExtensionAsked'],
  ),
  reply: stepRoute(
    'reply',
    'staff',
    'A supporting department reports its task done (协办回复)',
    z.strictObject({ ...base, note, photoIds: photos }),
    ['ticket.taskReported'],
  ),
  excuse: stepRoute(
    'excuse',
    'staff',
    'Let a supporting department off its task (免除协办)',
    z.strictObject({ ...base, note, departmentId: DepartmentId }),
    ['ticket.taskReported'],
  ),
  resolve: stepRoute(
    'resolve',
    'staff',
    'Reply with photos and mark as done (处理反馈)',
    z.strictObject({ ...base, note, photoIds: photoIds(1) }),
    ['ticket.tasksOpen'],
  ),
  confirm: stepRoute(
    'confirm',
    'person',
    'Confirm that it is solved (核查结案)',
    z.strictObject({ ...base, note: optionalNote, photoIds: photos }),
  ),
  rework: stepRoute(
    'rework',
    'person',
    'Say that it is not solved (返工)',
    z.strictObject({ ...base, note, photoIds: photos }),
  ),
  rate: stepRoute(
    'rate',
    'person',
    'Rate the result (评价); the first rating of two stars or less starts a second rectification (二次整改)',
    z.strictObject({ ...base, stars: z.int().check(z.gte(1), z.lte(5)), note: optionalNote }),
    ['ticket.rated', 'ticket.reporterPresent'],
  ),
  reopen: stepRoute(
    'reopen',
    'person',
    'Open again what was closed and is not mended (重新打开); back to the same department',
    z.strictObject({ ...base, note, photoIds: photos }),
    ['ticket.closedLongAgo', 'ticket.reporterPresent'],
  ),
  park: stepRoute(
    'park',
    'staff',
    'Park what cannot be done now, with a public reason and a day on which it is looked at again (挂账)',
    z.strictObject({ ...base, note, day: Day }),
  ),
  unpark: stepRoute(
    'unpark',
    'staff',
    'Go on with what was parked (销账)',
    z.strictObject({ ...base, note: optionalNote }),
  ),
  withdraw: stepRoute(
    'withdraw',
    'person',
    'Withdraw before anyone accepts or joins it (撤回)',
    z.strictObject({ ...base, note: optionalNote }),
    ['ticket.joined'],
  ),
  merge: stepRoute(
    'merge',
    'staff',
    'Merge into another ticket about the same; everyone who reported or joined this one has joined that one (合并)',
    z.strictObject({ ...base, ticketId: TicketId, note: optionalNote }),
    ['ticket.mergeTarget'],
  ),
  unmerge: stepRoute('unmerge', 'staff', 'Part what was merged by mistake (拆分)', z.strictObject({ ...base, note })),
  handOver: stepRoute(
    'handOver',
    'staff',
    'Hand over to a colleague of the same desk (交接)',
    z.strictObject({ ...base, personId: PersonId, note: optionalNote }),
    ['colleague.unknown'],
  ),
  remark: stepRoute('remark', 'staff', 'A note that staff alone see (内部备注)', z.strictObject({ ...base, note })),
  callBack: stepRoute(
    'callBack',
    'staff',
    'The resident without the app was told by telephone (电话回告)',
    z.strictObject({ ...base, note }),
    ['ticket.reporterPresent'],
  ),
};

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

export const ticketRoutes = {
  reportTicket: defineRoute({
    method: 'POST',
    path: '/v1/tickets',
    summary: 'Report a problem (随手拍); dispatched by the responsibility list in the same write',
    access: 'person',
    body: z.strictObject({
      id: TicketId,
      categoryCode: CategoryCode,
      description: text(0, ticketLimits.description),
      place: z.strictObject({ point: Point, label: text(1, ticketLimits.placeLabel) }),
      photoIds: photoIds(1),
    }),
    response: TicketView,
    errors: ['place.outside', 'category.unknown', 'id.reused', 'media.notFound', 'media.notReady', 'media.refused'],
  }),
  enterTicket: defineRoute({
    method: 'POST',
    path: '/v1/staff/tickets',
    summary: 'Staff enter what a resident said by telephone, on paper or at the counter, or what they found on patrol',
    access: 'staff',
    body: EnteredReport,
    response: TicketView,
    errors: [
      'access.denied',
      'place.outside',
      'category.unknown',
      'id.reused',
      'media.notFound',
      'media.notReady',
      'media.refused',
    ],
  }),
  listSimilar: defineRoute({
    method: 'GET',
    path: '/v1/tickets/similar',
    summary: 'Open tickets of the same category near a place, nearest first: to join instead of reporting again',
    access: 'anyone',
    query: z.strictObject({
      categoryCode: CategoryCode,
      lng: z.coerce.number().check(z.gte(-180), z.lte(180)),
      lat: z.coerce.number().check(z.gte(-90), z.lte(90)),
      datum: z.enum(['gcj02', 'wgs84']),
    }),
    response: z.object({
      items: z.array(z.object({ ticket: TicketCard, metres: z.int(), hasJoined: z.boolean(), isMine: z.boolean() })),
    }),
    errors: ['place.outside'],
  }),
  joinTicket: defineRoute({
    method: 'POST',
    path: '/v1/tickets/{ticketId}/join',
    summary: 'Join a ticket (同感): told of every later step, may rate and reopen; joining twice joins once',
    access: 'person',
    params: ticketParams,
    body: z.strictObject({ id: ActionId }),
    response: TicketView,
    errors: ['ticket.notFound', 'ticket.stepNotAllowed'],
  }),
  leaveTicket: defineRoute({
    method: 'POST',
    path: '/v1/tickets/{ticketId}/leave',
    summary: 'No longer joined; what was merged stays',
    access: 'person',
    params: ticketParams,
    body: z.strictObject({ id: ActionId }),
    response: TicketView,
    errors: ['ticket.notFound'],
  }),
  listTickets: defineRoute({
    method: 'GET',
    path: '/v1/tickets',
    summary: 'What a community is working on, newest first, without reporter or exact place; of one outcome if asked',
    access: 'anyone',
    query: z.strictObject({
      communityId: CommunityId,
      outcome: z.optional(z.enum(outcomes)),
      cursor: z.optional(Cursor),
    }),
    response: pageOf(TicketCard),
    errors: ['community.notFound'],
  }),
  getTicket: defineRoute({
    method: 'GET',
    path: '/v1/tickets/{ticketId}',
    summary: 'One ticket with its trace, as much of it as the viewer may see',
    access: 'anyone',
    params: ticketParams,
    response: TicketView,
    errors: ['ticket.notFound'],
  }),
  listMyTickets: defineRoute({
    method: 'GET',
    path: '/v1/me/tickets',
    summary: 'What I reported, newest first',
    access: 'person',
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(TicketCard),
    errors: [],
  }),
  listJoined: defineRoute({
    method: 'GET',
    path: '/v1/me/joined',
    summary: 'What I joined, the newest first',
    access: 'person',
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(TicketCard),
    errors: [],
  }),
  getHome: defineRoute({
    method: 'GET',
    path: '/v1/home',
    summary: 'All that the first screen shows, in one request',
    access: 'anyone',
    query: z.strictObject({ communityId: z.optional(CommunityId) }),
    response: z.object({
      community: z.object({
        id: CommunityId,
        name: z.string(),
        hotline: z.object({ phone: z.string(), contact: z.string(), hours: z.string() }),
      }),
      mine: z.array(TicketCard),
      nearby: z.array(TicketCard),
      unread: z.int(),
    }),
    errors: ['community.notFound'],
  }),
  getQueue: defineRoute({
    method: 'GET',
    path: '/v1/staff/queue',
    summary:
      'What waits on one desk, by clock, the first page with counts of up to 60; desk `review`: what waits to be shown or hidden; desk `all`: whatever runs in the community',
    access: 'staff',
    query: z.strictObject({
      communityId: CommunityId,
      desk: z.union([DepartmentId, GridId, z.enum(['community', 'street', 'all', 'review'])]),
      state: z.optional(State),
      categoryCode: z.optional(CategoryCode),
      departmentId: z.optional(DepartmentId),
      gridId: z.optional(GridId),
      isOverdue: z.optional(z.literal('yes')),
      isMine: z.optional(z.literal('yes')),
      cursor: z.optional(Cursor),
    }),
    response: z.object({
      items: z.array(TicketCard),
      next: z.optional(Cursor),
      counts: z.optional(z.object({ overdue: z.int(), today: z.int(), unaccepted: z.int(), all: z.int() })),
    }),
    errors: ['access.denied'],
  }),
  dispatchBatch: defineRoute({
    method: 'POST',
    path: '/v1/staff/dispatches',
    summary: 'Dispatch several tickets to one department; each is done or refused for itself',
    access: 'staff',
    body: z.strictObject({
      departmentId: DepartmentId,
      note: optionalNote,
      items: z
        .array(z.strictObject({ id: ActionId, ticketId: TicketId, version: base.version }))
        .check(z.minLength(1), z.maxLength(ticketLimits.batch)),
    }),
    response: z.object({
      items: z.array(
        z.object({ ticketId: TicketId, refusal: z.optional(z.object({ code: z.string(), message: z.string() })) }),
      ),
    }),
    errors: [],
  }),
  /** Community staff decide on words or a photo that the safety check did not pass. */
  reviewHeld: defineRoute({
    method: 'POST',
    path: '/v1/tickets/{ticketId}/review',
    summary: 'Show or keep hidden what the safety check held back',
    access: 'staff',
    params: ticketParams,
    body: z.strictObject({
      id: ActionId,
      item: z.union([MediaId, EventId]),
      decision: z.enum(['show', 'hide']),
      /** Told to whoever made it, when it is hidden. */
      reason: z.optional(text(1, ticketLimits.reason)),
    }),
    response: TicketView,
    errors: ['access.denied', 'ticket.notFound', 'ticket.changed', 'ticket.stepNotAllowed', 'id.reused'],
  }),
};
