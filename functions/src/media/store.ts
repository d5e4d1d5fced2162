import { Instant } from '@suishoupai/shared/contract/fields';
import { ClaimId, MediaId, MeetingId, PersonId, TicketId, TopicId, VoteId } from '@suishoupai/shared/ids';
import { MediaRefusal } from '@suishoupai/shared/media/contract';
import { FileRefusal } from '@suishoupai/shared/media/file-refusals';
import { fileTypes } from '@suishoupai/shared/media/files';
import { uploadTypes } from '@suishoupai/shared/media/limits';
import * as z from 'zod/mini';
import type { Expression, Item, Table } from '../dynamo/table.ts';

/** Whether others may see the picture: only after `pass`; `held` waits for a person. */
const Safety = z.enum(['pending', 'pass', 'held']);
const Verdict = z.enum(['pass', 'held']);
export type Verdict = z.output<typeof Verdict>;

const common = {
  ownerId: PersonId,
  id: MediaId,
  contentType: z.enum([...uploadTypes, ...Object.values(fileTypes)]),
  size: z.int(),
  createdAt: Instant,
  safety: Safety,
  /** SHA-256 of the upload that this photo is made of, or that is this file; a later upload under the same key is another one. */
  digest: z.optional(z.string()),
  /** What the photo was given to: a ticket, or something of 议事厅. */
  ticketId: z.optional(z.union([TicketId, TopicId, MeetingId, VoteId, ClaimId])),
};
/** Epoch seconds: what was never uploaded or was refused is forgotten; a clean photo and a file that is kept stay. */
const expiresAt = z.int();

export const MediaRecord = z.discriminatedUnion('state', [
  z.object({ ...common, state: z.literal('awaiting'), expiresAt }),
  z.object({ ...common, state: z.literal('clean'), width: z.int(), height: z.int() }),
  /** A file and no photo: nothing that wants photos takes it. */
  z.object({ ...common, state: z.literal('kept'), digest: z.string() }),
  z.object({ ...common, state: z.literal('refused'), reason: z.union([MediaRefusal, FileRefusal]), expiresAt }),
]);
export type MediaRecord = z.output<typeof MediaRecord>;
export type AwaitingMedia = Extract<MediaRecord, { state: 'awaiting' }>;
export type Outcome =
  | { state: 'clean'; width: number; height: number }
  | { state: 'kept'; digest: string }
  | { state: 'refused'; reason: MediaRefusal | FileRefusal };

type Owned = { ownerId: PersonId; id: MediaId };

/** One half comes from the asking, the other from WeChat's event, in either order. */
const Trace = z.object({ ownerId: z.optional(PersonId), id: z.optional(MediaId), verdict: z.optional(Verdict) });
type Trace = z.output<typeof Trace>;

/** WeChat answers within half an hour. */
const traceKeptSeconds = 7 * 24 * 3600;

// By photo and not by owner: a photo's id alone names its clean objects, so two owners must never hold the same one.
const mediaKey = (id: MediaId) => ({ pk: id, sk: 'media' });
const traceKey = (traceId: string) => ({ pk: `trace#${traceId}`, sk: 'trace' });

/** To everyone but its owner a record is not there. */
export type MediaStore = {
  /** Writes the record unless the id is taken; the one that stands is returned as it is, be it another owner's. */
  open: (record: AwaitingMedia) => Promise<{ created: boolean; record: MediaRecord }>;
  /** The record, read consistently; undefined when there is none. */
  find: (ownerId: PersonId, id: MediaId) => Promise<MediaRecord | undefined>;
  /** The records in the order of `ids`, undefined for each that is not there; at most nine, one read each. */
  findMany: (ownerId: PersonId, ids: readonly MediaId[]) => Promise<(MediaRecord | undefined)[]>;
  /** Ties an awaiting record to the upload of that digest; the first digest stays. Returns the record after, undefined when there is none. */
  claim: (ownerId: PersonId, id: MediaId, digest: string) => Promise<MediaRecord | undefined>;
  /** Ends the waiting with this outcome; the first outcome stays. Returns the record after, undefined when there is none. */
  settle: (ownerId: PersonId, id: MediaId, outcome: Outcome) => Promise<MediaRecord | undefined>;
  /** Gives the photo to a ticket, again and again to the same one, never to a second. Returns the record after, undefined when there is none. */
  bind: (ownerId: PersonId, id: MediaId, ticketId: TicketId) => Promise<MediaRecord | 'boundElsewhere' | undefined>;
  /** Decides a pending safety; the first verdict stays. Returns the record after, undefined when there is none. */
  judge: (ownerId: PersonId, id: MediaId, verdict: Verdict) => Promise<MediaRecord | undefined>;
  /** Notes which photo a trace is about. Returns the judged record when its verdict came first, else undefined. */
  awaitVerdict: (traceId: string, photo: Owned, now: Date) => Promise<MediaRecord | undefined>;
  /** Notes a trace's verdict, the first one for ever. Returns the judged record when the photo is known, else undefined. */
  recordVerdict: (traceId: string, verdict: Verdict, now: Date) => Promise<MediaRecord | undefined>;
};

const settled = (record: AwaitingMedia, outcome: Outcome): MediaRecord => {
  if (outcome.state === 'refused') return { ...record, ...outcome };
  const { expiresAt: _, ...kept } = record;
  return { ...kept, ...outcome };
};

export const makeMemoryMediaStore = (): MediaStore => {
  const records = new Map<MediaId, MediaRecord>();
  const traces = new Map<string, Trace>();

  const read = (ownerId: PersonId, id: MediaId) => {
    const record = records.get(id);
    return record?.ownerId === ownerId ? structuredClone(record) : undefined;
  };
  const change = (ownerId: PersonId, id: MediaId, next: (record: MediaRecord) => MediaRecord) => {
    const record = read(ownerId, id);
    if (record !== undefined) records.set(id, next(record));
    return read(ownerId, id);
  };
  const judge = async (ownerId: PersonId, id: MediaId, verdict: Verdict) =>
    change(ownerId, id, (record) => (record.safety === 'pending' ? { ...record, safety: verdict } : record));

  const note = async (traceId: string, half: Trace) => {
    const trace = { ...half, ...traces.get(traceId) };
    traces.set(traceId, trace);
    const { ownerId, id, verdict } = trace;
    if (ownerId === undefined || id === undefined || verdict === undefined) return undefined;
    return judge(ownerId, id, verdict);
  };

  return {
    open: async (record) => {
      const existing = records.get(record.id);
      if (existing === undefined) records.set(record.id, structuredClone(record));
      return { created: existing === undefined, record: structuredClone(existing ?? record) };
    },
    find: async (ownerId, id) => read(ownerId, id),
    findMany: async (ownerId, ids) => ids.map((id) => read(ownerId, id)),
    claim: async (ownerId, id, digest) =>
      change(ownerId, id, (record) => (record.state === 'awaiting' ? { digest, ...record } : record)),
    settle: async (ownerId, id, outcome) =>
      change(ownerId, id, (record) => (record.state === 'awaiting' ? settled(record, outcome) : record)),
    bind: async (ownerId, id, ticketId) => {
      const record = change(ownerId, id, (unbound) => ({ ticketId, ...unbound }));
      return record === undefined || record.ticketId === ticketId ? record : 'boundElsewhere';
    },
    judge,
    awaitVerdict: (traceId, { ownerId, id }) => note(traceId, { ownerId, id }),
    recordVerdict: (traceId, verdict) => note(traceId, { verdict }),
  };
};

const owns = 'ownerId = :ownerId';

const settling = (outcome: Outcome): { update: string; values: Item } => {
  switch (outcome.state) {
    case 'clean': {
      const { width, height } = outcome;
      return {
        update: 'SET #state = :state, width = :width, height = :height REMOVE expiresAt',
        values: { ':width': width, ':height': height },
      };
    }
    case 'kept':
      return {
        update: 'SET #state = :state, digest = :digest REMOVE expiresAt',
        values: { ':digest': outcome.digest },
      };
    case 'refused':
      return { update: 'SET #state = :state, reason = :reason', values: { ':reason': outcome.reason } };
    default:
      return outcome satisfies never;
  }
};

export const makeDynamoMediaStore = (table: Table): MediaStore => {
  const ownedBy = (ownerId: PersonId, item: Item | undefined): MediaRecord | undefined => {
    const record = item === undefined ? undefined : z.parse(MediaRecord, item);
    return record?.ownerId === ownerId ? record : undefined;
  };
  const find = async (ownerId: PersonId, id: MediaId) => ownedBy(ownerId, await table.get(mediaKey(id)));

  /** The record after a conditional update, whether it applied or not. */
  const change = async ({ ownerId, id }: Owned, update: string, condition: string, expression: Expression) => {
    const written = await table.update(mediaKey(id), update, `${owns} AND ${condition}`, {
      ...expression,
      values: { ...expression.values, ':ownerId': ownerId },
    });
    return ownedBy(ownerId, written.applied ? written.item : written.existing);
  };

  const judge: MediaStore['judge'] = (ownerId, id, verdict) =>
    change({ ownerId, id }, 'SET safety = :verdict', 'safety = :pending', {
      values: { ':verdict': verdict, ':pending': 'pending' },
    });

  const note = async (traceId: string, now: Date, half: { update: string; unless: string; values: Item }) => {
    const update = `SET ${half.update}, expiresAt = :expiresAt`;
    const written = await table.update(traceKey(traceId), update, `attribute_not_exists(${half.unless})`, {
      values: { ...half.values, ':expiresAt': Math.floor(now.getTime() / 1000) + traceKeptSeconds },
    });
    const { ownerId, id, verdict } = z.parse(Trace, written.applied ? written.item : written.existing);
    if (ownerId === undefined || id === undefined || verdict === undefined) return undefined;
    return judge(ownerId, id, verdict);
  };

  return {
    open: async (record) => {
      const written = await table.put({ ...mediaKey(record.id), ...record }, 'attribute_not_exists(pk)');
      return {
        created: written.applied,
        record: z.parse(MediaRecord, written.applied ? written.item : written.existing),
      };
    },

    find,
    findMany: (ownerId, ids) => Promise.all(ids.map((id) => find(ownerId, id))),

    claim: (ownerId, id, digest) =>
      change({ ownerId, id }, 'SET digest = if_not_exists(digest, :digest)', '#state = :awaiting', {
        names: { '#state': 'state' },
        values: { ':digest': digest, ':awaiting': 'awaiting' },
      }),

    settle: (ownerId, id, outcome) => {
      const { update, values } = settling(outcome);
      return change({ ownerId, id }, update, '#state = :awaiting', {
        names: { '#state': 'state' },
        values: { ...values, ':state': outcome.state, ':awaiting': 'awaiting' },
      });
    },

    bind: async (ownerId, id, ticketId) => {
      const record = await change({ ownerId, id }, 'SET ticketId = :ticketId', 'attribute_not_exists(ticketId)', {
        values: { ':ticketId': ticketId },
      });
      return record === undefined || record.ticketId === ticketId ? record : 'boundElsewhere';
    },

    judge,

    awaitVerdict: (traceId, { ownerId, id }, now) =>
      note(traceId, now, {
        update: 'ownerId = :ownerId, id = :id',
        unless: 'ownerId',
        values: { ':ownerId': ownerId, ':id': id },
      }),

    recordVerdict: (traceId, verdict, now) =>
      note(traceId, now, { update: 'verdict = :verdict', unless: 'verdict', values: { ':verdict': verdict } }),
  };
};
