import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, type CommunityId, communityOf, PersonId, VoteId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';
import { votePk } from './store.ts';

export const ObjectionRecord = z.object({
  id: ActionId,
  voteId: VoteId,
  at: Instant,
  personId: PersonId,
  who: z.string(),
  words: z.string(),
  /** Others see the words after `pass`; staff, who must answer, and their author at once. */
  safety: z.enum(['pending', 'pass', 'held', 'hidden']),
  /** What a person decided on words that were held. */
  judged: z.optional(
    z.object({ id: ActionId, digest: z.string(), at: Instant, personId: PersonId, reason: z.optional(z.string()) }),
  ),
  answer: z.optional(
    z.object({
      id: ActionId,
      digest: z.string(),
      words: z.string(),
      at: Instant,
      who: z.string(),
      personId: z.optional(PersonId),
    }),
  ),
});
export type ObjectionRecord = z.output<typeof ObjectionRecord>;
type Answer = NonNullable<ObjectionRecord['answer']>;
type Judged = { verdict: 'pass' | 'hidden' } & NonNullable<ObjectionRecord['judged']>;
type Named = Pick<ObjectionRecord, 'voteId' | 'id'>;
type List = { cursor?: string | undefined; isUnanswered?: boolean };
type Page = { items: ObjectionRecord[]; next: string | undefined };

const pageSize = 20;
const prefix = 'objection#';
const keyOf = (voteId: VoteId, id: string): Key => ({ pk: votePk(voteId), sk: `${prefix}${id}` });
const listKeys = (voteId: VoteId): ListKeys => ({ fixed: { pk: votePk(voteId) }, open: ['sk'] });
/** A page token reads objections and nothing else of the vote. */
const listFrom = (cursor: string | undefined, voteId: VoteId): Item | undefined => {
  const key = fromCursor(cursor, listKeys(voteId));
  return key === undefined || String(key['sk']).startsWith(prefix) ? key : { ...key, sk: prefix };
};

/** Held words of a community wait in the order of their coming. */
const heldKey = (communityId: CommunityId) => `${communityId}#objections`;
/** Unique: an index keeps no order among equals. */
const heldAt = ({ at, id }: Pick<ObjectionRecord, 'at' | 'id'>) => `${at}#${id}`;
const heldKeys = (communityId: CommunityId): ListKeys => ({
  fixed: { reviewKey: heldKey(communityId) },
  open: ['pk', 'sk', 'reviewAt'],
});

/** The objection in a stream record; undefined for every other item, also for complaints about a topic, whose keys begin alike. */
export const objectionOf = (item: Item): ObjectionRecord | undefined =>
  String(item['sk']).startsWith(prefix) && 'voteId' in item ? z.parse(ObjectionRecord, item) : undefined;

export type ObjectionStore = {
  /** Puts an objection unless its id is taken, and returns the one that stands. */
  add: (objection: ObjectionRecord) => Promise<ObjectionRecord>;
  /** The first answer stays; returns the objection as it stands then, undefined when there is none. */
  answer: (voteId: VoteId, id: ActionId, answer: Answer) => Promise<ObjectionRecord | undefined>;
  find: (voteId: VoteId, id: ActionId) => Promise<ObjectionRecord | undefined>;
  /** Decides a pending safety; the first verdict stays. */
  judge: (objection: ObjectionRecord, verdict: 'pass' | 'held') => Promise<void>;
  /** A person's decision on held words; the first one stays. Returns the objection as it stands then, undefined when there is none. */
  decide: (objection: Named, judged: Judged) => Promise<ObjectionRecord | undefined>;
  /** A page of the held ones of a community, the longest waiting first; which ones may be a moment old. */
  held: (communityId: CommunityId, cursor?: string) => Promise<Page>;
  /** The oldest first; a page of unanswered ones may be longer than others. */
  list: (voteId: VoteId, list?: List) => Promise<Page>;
  /** All of them, the oldest first. */
  all: (voteId: VoteId) => Promise<ObjectionRecord[]>;
};

export const makeMemoryObjectionStore = (): ObjectionStore => {
  const objections = new Map<string, ObjectionRecord>();
  const of = (voteId: VoteId) =>
    [...objections.values()].filter((each) => each.voteId === voteId).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    add: async (objection) => {
      const name = keyOf(objection.voteId, objection.id).sk;
      const standing = objections.get(name) ?? structuredClone(objection);
      objections.set(name, standing);
      return structuredClone(standing);
    },
    answer: async (voteId, id, answer) => {
      const standing = of(voteId).find((each) => each.id === id);
      if (standing !== undefined) standing.answer ??= structuredClone(answer);
      return structuredClone(standing);
    },
    find: async (voteId, id) => structuredClone(of(voteId).find((each) => each.id === id)),
    judge: async ({ voteId, id }, verdict) => {
      const standing = of(voteId).find((each) => each.id === id);
      if (standing?.safety === 'pending') standing.safety = verdict;
    },
    decide: async ({ voteId, id }, { verdict, ...judged }) => {
      const standing = of(voteId).find((each) => each.id === id);
      if (standing?.safety === 'held') Object.assign(standing, structuredClone({ safety: verdict, judged }));
      return structuredClone(standing);
    },
    held: async (communityId, cursor) => {
      const after = String(fromCursor(cursor, heldKeys(communityId))?.['reviewAt'] ?? '');
      const rest = [...objections.values()]
        .filter(({ voteId, safety }) => communityOf(voteId) === communityId && safety === 'held')
        .filter((each) => heldAt(each) > after)
        .toSorted((a, b) => (heldAt(a) < heldAt(b) ? -1 : 1));
      const page = rest.slice(0, pageSize);
      const last = page.at(-1);
      if (last === undefined || rest.length <= pageSize) return { items: structuredClone(page), next: undefined };
      const key = { ...keyOf(last.voteId, last.id), reviewKey: heldKey(communityId), reviewAt: heldAt(last) };
      return { items: structuredClone(page), next: toCursor(key) };
    },
    list: async (voteId, { cursor, isUnanswered = false } = {}) => {
      const after = listFrom(cursor, voteId)?.['sk'];
      const rest = of(voteId)
        .filter(({ id }) => after === undefined || `${prefix}${id}` > String(after))
        .filter(({ answer }) => !isUnanswered || answer === undefined);
      const page = rest.slice(0, pageSize);
      const last = page.at(-1);
      const next = rest.length > pageSize && last !== undefined ? toCursor(keyOf(voteId, last.id)) : undefined;
      return { items: structuredClone(page), next };
    },
    all: async (voteId) => structuredClone(of(voteId)),
  };
};

export const makeDynamoObjectionStore = (table: Table): ObjectionStore => {
  const page = async (voteId: VoteId, from: Item | undefined, limit?: number) => {
    const { items, next } = await table.query({
      condition: 'pk = :vote AND begins_with(sk, :prefix)',
      values: { ':vote': votePk(voteId), ':prefix': prefix },
      limit,
      from,
    });
    return { items: items.map((item) => z.parse(ObjectionRecord, item)), next };
  };
  const find = async (voteId: VoteId, id: ActionId) => {
    const item = await table.get(keyOf(voteId, id));
    return item === undefined ? undefined : z.parse(ObjectionRecord, item);
  };
  return {
    add: async (objection) => {
      const item = { ...objection, ...keyOf(objection.voteId, objection.id) };
      const written = await table.put(item, 'attribute_not_exists(pk)');
      return written.applied ? objection : z.parse(ObjectionRecord, written.existing);
    },
    answer: async (voteId, id, answer) => {
      await table.update(
        keyOf(voteId, id),
        'SET answer = :answer',
        'attribute_exists(pk) AND attribute_not_exists(answer)',
        { values: { ':answer': answer } },
      );
      return find(voteId, id);
    },
    find,
    judge: async (objection, verdict) => {
      const { voteId, id } = objection;
      const values = { ':verdict': verdict, ':pending': 'pending' };
      if (verdict === 'pass') {
        await table.update(keyOf(voteId, id), 'SET safety = :verdict', 'safety = :pending', { values });
        return;
      }
      const listed = { ':list': heldKey(communityOf(voteId)), ':at': heldAt(objection) };
      const update = 'SET safety = :verdict, reviewKey = :list, reviewAt = :at';
      await table.update(keyOf(voteId, id), update, 'safety = :pending', { values: { ...values, ...listed } });
    },
    decide: async ({ voteId, id }, { verdict, ...judged }) => {
      await table.update(
        keyOf(voteId, id),
        'SET safety = :verdict, judged = :judged REMOVE reviewKey, reviewAt',
        'safety = :held',
        { values: { ':verdict': verdict, ':judged': judged, ':held': 'held' } },
      );
      return find(voteId, id);
    },
    held: async (communityId, cursor) => {
      const { items, next } = await table.query({
        index: 'byReview',
        condition: 'reviewKey = :list',
        values: { ':list': heldKey(communityId) },
        limit: pageSize,
        from: fromCursor(cursor, heldKeys(communityId)),
      });
      const found = await Promise.all(
        items.map((item) => table.get({ pk: String(item['pk']), sk: String(item['sk']) })),
      );
      const standing = found.filter((item) => item !== undefined).map((item) => z.parse(ObjectionRecord, item));
      return { items: standing.filter(({ safety }) => safety === 'held'), next: toCursor(next) };
    },
    list: async (voteId, { cursor, isUnanswered = false } = {}) => {
      const found: ObjectionRecord[] = [];
      let from = listFrom(cursor, voteId);
      do {
        const { items, next } = await page(voteId, from, pageSize);
        found.push(...items.filter(({ answer }) => !isUnanswered || answer === undefined));
        from = next;
      } while (from !== undefined && found.length < pageSize);
      return { items: found, next: toCursor(from) };
    },
    all: async (voteId) => {
      const found: ObjectionRecord[] = [];
      let from: Item | undefined;
      do {
        const { items, next } = await page(voteId, from);
        found.push(...items);
        from = next;
      } while (from !== undefined);
      return found;
    },
  };
};
