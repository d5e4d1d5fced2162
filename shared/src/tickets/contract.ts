import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, DepartmentId, EventId, GridId, MediaId, TicketId } from '../ids.ts';
import { Photo } from '../media/contract.ts';
import { Point } from '../places/contract.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
import { ticketLimits } from './limits.ts';
import { ticketStates, transitions } from './transitions.ts';

const { photos: maxPhotos } = ticketLimits;
const photoIds = (min: number) =>
  z.array(MediaId).check(
    z.minLength(min),
    z.maxLength(maxPhotos),
    z.refine((ids) => new Set(ids).size === ids.length),
  );
const State = z.enum(ticketStates);
const StepName = z.enum(['report', ...(Object.keys(transitions) as (keyof typeof transitions)[])]);

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
  /** Sent with a step: another step in between refuses it. A list may be a moment old. */
  version: z.int(),
  grid: z.optional(z.object({ id: GridId, name: z.string() })),
  department: z.optional(z.object({ id: DepartmentId, name: z.string() })),
  reportedAt: Instant,
  /** End of the running time limit; absent when nothing is due or the calendar for that year is not published. */
  dueAt: z.optional(Instant),
  coverUrl: z.optional(z.string()),
  stars: z.optional(z.int()),
});
export type TicketCard = z.output<typeof TicketCard>;

/** Shown to community staff alone: what the safety check says of the words or the photo. `pass` is left out. */
const Held = z.optional(z.enum(['pending', 'held', 'hidden']));

export const TicketEvent = z.object({
  id: EventId,
  at: Instant,
  step: StepName,
  state: State,
  /** 「幸福物业」「网格员 07」「居民」; never a private name. */
  actor: z.string(),
  /** Absent when there is none or it is not (yet) shown to this viewer. */
  note: z.optional(z.string()),
  safety: Held,
  photos: z.array(z.extend(Photo, { safety: Held })),
  stars: z.optional(z.int()),
});
export type TicketEvent = z.output<typeof TicketEvent>;

export const TicketView = z.object({
  ...TicketCard.shape,
  /** How the viewer stands to it: decides what is below. */
  relation: z.enum(['public', 'reporter', 'staff']),
  /** Exact only for the reporter and for staff in whose hands it may come. */
  place: z.object({ label: z.optional(z.string()), point: z.optional(Point) }),
  description: z.optional(z.string()),
  /** True while words or photos wait for the safety check before others see them. */
  isHeld: z.boolean(),
  dutyVersion: z.optional(z.int()),
  events: z.array(TicketEvent),
  /** The steps this viewer may take now, from the transition table. */
  can: z.array(z.enum(Object.keys(transitions) as (keyof typeof transitions)[])),
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

const stepRoute = <const P extends string, B extends z.core.$ZodType>(
  step: P,
  access: 'person' | 'staff',
  summary: string,
  body: B,
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
      'department.unknown',
      'media.notFound',
      'media.notReady',
      'media.refused',
    ],
  });

/** One route per step that a person can take; keys are the steps of the transition table. */
export const stepRoutes = {
  file: stepRoute('file', 'staff', 'File a report by hand (立案)', z.strictObject({ ...base, note: optionalNote })),
  decline: stepRoute(
    'decline',
    'staff',
    'Decline to file, with a reason (不予立案)',
    z.strictObject({ ...base, note }),
  ),
  dispatch: stepRoute(
    'dispatch',
    'staff',
    'Dispatch to a department (派遣)',
    z.strictObject({ ...base, departmentId: DepartmentId, note: optionalNote }),
  ),
  accept: stepRoute('accept', 'staff', 'Accept (接单)', z.strictObject({ ...base, note: optionalNote })),
  return: stepRoute('return', 'staff', 'Return with a reason (退回)', z.strictObject({ ...base, note })),
  resolve: stepRoute(
    'resolve',
    'staff',
    'Reply with photos and mark as done (处理反馈)',
    z.strictObject({ ...base, note, photoIds: photoIds(1) }),
  ),
  confirm: stepRoute(
    'confirm',
    'person',
    'Confirm that it is solved (核查结案)',
    z.strictObject({ ...base, note: optionalNote, photoIds: z.optional(photoIds(0)) }),
  ),
  rework: stepRoute(
    'rework',
    'person',
    'Say that it is not solved (返工)',
    z.strictObject({ ...base, note, photoIds: z.optional(photoIds(0)) }),
  ),
  rate: stepRoute(
    'rate',
    'person',
    'Rate the result (评价)',
    z.strictObject({ ...base, stars: z.int().check(z.gte(1), z.lte(5)), note: optionalNote }),
  ),
  withdraw: stepRoute(
    'withdraw',
    'person',
    'Withdraw before anyone accepts it (撤回)',
    z.strictObject({ ...base, note: optionalNote }),
  ),
};

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
  listTickets: defineRoute({
    method: 'GET',
    path: '/v1/tickets',
    summary: 'What a community is working on, newest first, without reporter or exact place',
    access: 'anyone',
    query: z.strictObject({ communityId: CommunityId, cursor: z.optional(Cursor) }),
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
      'What waits on one desk, by clock, the first page with counts of up to 60; desk `review`: what waits to be shown or hidden',
    access: 'staff',
    query: z.strictObject({
      communityId: CommunityId,
      desk: z.union([DepartmentId, GridId, z.literal('community'), z.literal('review')]),
      cursor: z.optional(Cursor),
    }),
    response: z.object({
      items: z.array(TicketCard),
      next: z.optional(Cursor),
      counts: z.optional(z.object({ overdue: z.int(), today: z.int(), unaccepted: z.int(), all: z.int() })),
    }),
    errors: ['access.denied'],
  }),
  /** Community staff decide on words or a photo that the safety check did not pass. */
  reviewHeld: defineRoute({
    method: 'POST',
    path: '/v1/tickets/{ticketId}/review',
    summary: 'Show or keep hidden what the safety check held back',
    access: 'staff',
    params: ticketParams,
    body: z.strictObject({ id: ActionId, item: z.union([MediaId, EventId]), decision: z.enum(['show', 'hide']) }),
    response: TicketView,
    errors: ['access.denied', 'ticket.notFound', 'ticket.changed', 'ticket.stepNotAllowed', 'id.reused'],
  }),
};
