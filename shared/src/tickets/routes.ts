import * as z from 'zod/mini';
import { Cursor, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, DepartmentId, EventId, GridId, MediaId, TicketId } from '../ids.ts';
import { Point } from '../places/contract.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
import { EnteredReport, photoIds, TicketCard, TicketView, Version } from './contract.ts';
import { ticketLimits } from './limits.ts';
import { outcomes, ticketStates } from './states.ts';

const ticketParams = z.strictObject({ ticketId: TicketId });

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
      'request.tooOften',
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
      state: z.optional(z.enum(ticketStates)),
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
      note: z.optional(text(1, ticketLimits.note)),
      items: z
        .array(z.strictObject({ id: ActionId, ticketId: TicketId, version: Version }))
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
