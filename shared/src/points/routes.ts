import * as z from 'zod/mini';
import { Cursor, pageOf, text } from '../contract/fields.ts';
import { defineRoute } from '../contract/route.ts';
import { ActionId, CommunityId, TransferId } from '../ids.ts';
import { Correction, OpenBook, RuleHistory, StaffBook } from './book-contract.ts';
import { Balance, BookCode, Line, overviewRoutes } from './contract.ts';
import { RuleId } from './earning.ts';
import { correctionLimits, ruleLimits } from './limits.ts';
import { mostInTransfer, Unit } from './transfer.ts';

const params = z.strictObject({ communityId: CommunityId });
const upTo = (most: number) => z.int().check(z.gte(1), z.lte(most));

export const pointsRoutes = {
  ...overviewRoutes,
  getBooks: defineRoute({
    method: 'GET',
    path: '/v1/points/{communityId}/books',
    summary: 'What the person has here of points and of hours (in minutes)',
    access: 'person',
    params,
    response: z.object({ points: Balance, minutes: Balance }),
    errors: [],
  }),
  listLines: defineRoute({
    method: 'GET',
    path: '/v1/points/{communityId}/lines',
    summary: 'Every line of the person’s own book of one unit, newest first',
    access: 'person',
    params,
    query: z.strictObject({ unit: Unit, cursor: z.optional(Cursor) }),
    response: pageOf(Line),
    errors: [],
  }),
  listRules: defineRoute({
    method: 'GET',
    path: '/v1/points/{communityId}/rules',
    summary: 'What earns how much, what comes after it from which day, and every earlier version',
    access: 'anyone',
    params,
    response: RuleHistory,
    errors: [],
  }),
  getOpenBook: defineRoute({
    method: 'GET',
    path: '/v1/points/{communityId}/open-book',
    summary:
      'What was issued, spent, expired and donated by rule and month, and the signed checkpoints of the last days',
    access: 'anyone',
    params,
    response: OpenBook,
    errors: [],
  }),
  getLedgerFile: defineRoute({
    method: 'GET',
    path: '/v1/points/{communityId}/open-book/ledger',
    summary: 'All books without names up to the last checkpoint; `npx suishoupai-verify` recomputes them',
    access: 'anyone',
    params,
    response: z.object({}),
    file: 'application/json',
    errors: ['points.noCheckpoint'],
  }),
};

/** A person's own book as a file; the function that has the typeface makes it. */
export const statementRoutes = {
  getStatement: defineRoute({
    method: 'GET',
    path: '/v1/points/{communityId}/statement',
    summary: 'The person’s own lines of one unit as CSV or PDF',
    access: 'person',
    params,
    query: z.strictObject({ unit: Unit, format: z.enum(['csv', 'pdf']) }),
    response: z.object({}),
    file: 'text/csv',
    errors: ['community.notFound'],
  }),
};

export const pointsStaffRoutes = {
  publishRule: defineRoute({
    method: 'POST',
    path: '/v1/staff/points/{communityId}/rules',
    summary: 'Publish the next version of an earning rule, from a later day on',
    access: 'staff',
    params,
    body: z.strictObject({
      id: ActionId,
      rule: RuleId,
      from: z.iso.date(),
      amount: upTo(ruleLimits.amount),
      perDay: upTo(ruleLimits.perDay),
      perMonth: upTo(ruleLimits.perMonth),
      mostKept: z.optional(upTo(ruleLimits.mostKept)),
    }),
    response: RuleHistory,
    errors: ['access.denied', 'community.notFound', 'id.reused'],
  }),
  findBook: defineRoute({
    method: 'GET',
    path: '/v1/staff/points/{communityId}/book',
    summary: 'A book by the code that its owner named, to put a line right; the look is kept for its owner',
    access: 'staff',
    params,
    query: z.strictObject({ code: BookCode }),
    response: StaffBook,
    errors: ['access.denied', 'community.notFound', 'book.notFound'],
  }),
  correct: defineRoute({
    method: 'POST',
    path: '/v1/staff/points/{communityId}/corrections',
    summary: 'Put a book right by a counter-transfer with a reason; above a limit a second person has to agree',
    access: 'staff',
    params,
    body: z.strictObject({
      id: ActionId,
      code: BookCode,
      unit: Unit,
      direction: z.enum(['give', 'take']),
      amount: upTo(mostInTransfer),
      reason: text(4, correctionLimits.reason),
      /** The line that is taken back; only one correction ever does. */
      undoes: z.optional(TransferId),
    }),
    response: Correction,
    errors: ['access.denied', 'community.notFound', 'book.notFound', 'id.reused', 'transfer.refused'],
  }),
  listCorrections: defineRoute({
    method: 'GET',
    path: '/v1/staff/points/{communityId}/corrections',
    summary: 'Corrections, the newest first',
    access: 'staff',
    params,
    query: z.strictObject({ cursor: z.optional(Cursor) }),
    response: pageOf(Correction),
    errors: ['access.denied', 'community.notFound'],
  }),
  decideCorrection: defineRoute({
    method: 'POST',
    path: '/v1/staff/points/{communityId}/corrections/{correctionId}/decision',
    summary: 'Agree to a correction that somebody else began, or refuse it with a reason',
    access: 'staff',
    params: z.strictObject({ communityId: CommunityId, correctionId: ActionId }),
    body: z.discriminatedUnion('decision', [
      z.strictObject({ id: ActionId, decision: z.literal('agree') }),
      z.strictObject({ id: ActionId, decision: z.literal('refuse'), reason: text(4, correctionLimits.reason) }),
    ]),
    response: Correction,
    errors: [
      'access.denied',
      'community.notFound',
      'correction.notFound',
      'correction.own',
      'correction.over',
      'id.reused',
      'transfer.refused',
    ],
  }),
};
