import * as z from 'zod/mini';
import { Cursor, Instant, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, GridId, MediaId, PatrolId, TicketId, VisitId } from '../ids.ts';
import { Photo } from '../media/contract.ts';
import { Point } from '../places/contract.ts';
import { CategoryCode } from '../taxonomy/contract.ts';
import { Consent, Day } from '../tickets/contract.ts';
import { ticketStates } from '../tickets/states.ts';
import { fieldworkLimits as limits } from './limits.ts';

/** Names an item within its list. */
export const ItemId = z.string().check(z.regex(/^[a-z0-9]{1,8}$/));

const distinct = <T>(items: readonly T[], key: (item: T) => unknown) => new Set(items.map(key)).size === items.length;
const hasOwnIds = (items: readonly { id: string }[]) => distinct(items, ({ id }) => id);
const photoIds = (max: number) =>
  z.array(MediaId).check(
    z.maxLength(max),
    z.refine((ids) => distinct(ids, (id) => id)),
  );

/** What to look at on a patrol (巡查指令). */
export const PatrolItem = z.strictObject({
  id: ItemId,
  text: text(1, limits.item),
  place: z.optional(text(1, limits.placeLabel)),
});
export type PatrolItem = z.output<typeof PatrolItem>;

/** 正常 · 当场处理 · 转工单 */
export const outcomes = ['fine', 'mended', 'ticket'] as const;
export type CheckOutcome = (typeof outcomes)[number];

const TicketNumber = z.object({ id: TicketId, number: z.string() });

export const PatrolCheck = z.object({
  outcome: z.enum(outcomes),
  at: Instant,
  /** The post of whoever looked. */
  by: z.string(),
  note: z.optional(z.string()),
  photos: z.array(Photo),
  ticket: z.optional(TicketNumber),
  /** After the day the patrol was for. */
  isLate: z.boolean(),
});
export type PatrolCheck = z.output<typeof PatrolCheck>;

export const Patrol = z.object({
  id: PatrolId,
  communityId: CommunityId,
  grid: z.object({ id: GridId, name: z.string() }),
  day: Day,
  madeBy: z.string(),
  items: z.array(z.extend(z.object(PatrolItem.shape), { check: z.optional(PatrolCheck) })),
  progress: z.object({
    done: z.int(),
    total: z.int(),
    /** Not looked at: so far, and once the day is over, within it. */
    left: z.int(),
    isOver: z.boolean(),
  }),
});
export type Patrol = z.output<typeof Patrol>;

/** A line of a visit as it is written down: answered on the spot, or made a ticket whose words are `text`. */
export const VisitItem = z.strictObject({
  id: ItemId,
  text: text(1, limits.said),
  answer: z.optional(text(1, limits.answer)),
  ticket: z.optional(
    z.strictObject({
      id: TicketId,
      categoryCode: CategoryCode,
      place: z.strictObject({ point: Point, label: text(1, limits.placeLabel) }),
      photoIds: photoIds(limits.ticketPhotos),
    }),
  ),
});
export type VisitItem = z.output<typeof VisitItem>;

/** A visit to a household (走访). The household is personal data: only the grid's worker and the community's staff see it. */
export const Visit = z.object({
  id: VisitId,
  communityId: CommunityId,
  grid: z.object({ id: GridId, name: z.string() }),
  at: Instant,
  household: z.string(),
  phone: z.optional(z.string()),
  consent: Consent,
  by: z.string(),
  items: z.array(
    z.object({
      id: ItemId,
      text: z.string(),
      answer: z.optional(z.string()),
      ticket: z.optional(z.extend(TicketNumber, { state: z.enum(ticketStates), dueAt: z.optional(Instant) })),
    }),
  ),
});
export type Visit = z.output<typeof Visit>;

const mediaErrors = ['media.notFound', 'media.notReady', 'media.refused'] as const;

export const fieldworkRoutes = {
  makePatrol: defineRoute({
    method: 'POST',
    path: '/v1/staff/patrols',
    summary:
      'Set what is to be looked at in a grid on a day (巡查指令): community staff, or the grid worker for the own grid',
    access: 'staff',
    body: z.strictObject({
      id: PatrolId,
      communityId: CommunityId,
      gridId: GridId,
      day: Day,
      items: z.array(PatrolItem).check(z.minLength(1), z.maxLength(limits.items), z.refine(hasOwnIds)),
    }),
    response: Patrol,
    errors: ['access.denied', 'community.notFound', 'id.reused'],
  }),
  listPatrols: defineRoute({
    method: 'GET',
    path: '/v1/staff/patrols',
    summary: 'The patrols of a day by grid; of one grid when asked, which the grid worker must',
    access: 'staff',
    query: z.strictObject({
      communityId: CommunityId,
      gridId: z.optional(GridId),
      day: Day,
      cursor: z.optional(Cursor),
    }),
    response: pageOf(Patrol),
    errors: ['access.denied'],
  }),
  checkPatrolItem: defineRoute({
    method: 'POST',
    path: '/v1/staff/patrols/{patrolId}/check',
    summary: 'Say what was found at one item, once: fine, mended on the spot, or made a ticket that was entered before',
    access: 'staff',
    params: z.strictObject({ patrolId: PatrolId }),
    body: z.discriminatedUnion('outcome', [
      z.strictObject({ id: ActionId, item: ItemId, outcome: z.literal('fine') }),
      z.strictObject({
        id: ActionId,
        item: ItemId,
        outcome: z.literal('mended'),
        note: text(1, limits.note),
        photoIds: z.optional(photoIds(limits.photos)),
      }),
      z.strictObject({ id: ActionId, item: ItemId, outcome: z.literal('ticket'), ticketId: TicketId }),
    ]),
    response: Patrol,
    errors: [
      'access.denied',
      'patrol.notFound',
      'patrol.notYet',
      'patrol.itemChecked',
      'ticket.notFound',
      'id.reused',
      ...mediaErrors,
    ],
  }),
  recordVisit: defineRoute({
    method: 'POST',
    path: '/v1/staff/visits',
    summary:
      'Write down a visit to a household (走访): every line has an answer or becomes a ticket, opened before the visit',
    access: 'staff',
    body: z.strictObject({
      id: VisitId,
      communityId: CommunityId,
      gridId: GridId,
      at: Instant,
      household: text(1, limits.household),
      phone: z.optional(z.string().check(z.regex(/^\+?[\d -]{5,20}$/))),
      consent: Consent,
      items: z.array(VisitItem).check(z.minLength(1), z.maxLength(limits.raised), z.refine(hasOwnIds)),
    }),
    response: Visit,
    errors: ['access.denied', 'community.notFound', 'place.outside', 'category.unknown', 'id.reused', ...mediaErrors],
  }),
  listVisits: defineRoute({
    method: 'GET',
    path: '/v1/staff/visits',
    summary: 'The visits in a grid, the newest record first, each line with its answer or how its ticket stands',
    access: 'staff',
    query: z.strictObject({ communityId: CommunityId, gridId: GridId, cursor: z.optional(Cursor) }),
    response: pageOf(Visit),
    errors: ['access.denied'],
  }),
};
