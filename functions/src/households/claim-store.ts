import { BindingKind, Claim, UnitCode } from '@suishoupai/shared/households/contract';
import { householdLimits } from '@suishoupai/shared/households/limits';
import { ClaimId, type CommunityId, communityOf, PersonId } from '@suishoupai/shared/ids';
import * as z from 'zod/mini';
import { fromCursor, type ListKeys, toCursor } from '../dynamo/cursor.ts';
import type { Item, Key, Part, Table } from '../dynamo/table.ts';
import type { Binding } from './bindings.ts';
import {
  bindingsIn,
  ClaimRecord,
  claimViewOf,
  FormerBinding,
  formerIn,
  noStanding,
  PersonStanding,
} from './claim-record.ts';
import { pointerKey, type RollStore } from './roll-store.ts';

const claimKey = (id: ClaimId): Key => ({ pk: `${communityOf(id)}#claim#${id}`, sk: 'claim' });
const standingKey = (communityId: CommunityId, personId: PersonId): Key => ({
  pk: `${communityId}#resident#${personId}`,
  sk: 'households',
});
const boundPk = (communityId: CommunityId) => `${communityId}#bound`;
const boundKey = ({ id, communityId, code }: Pick<ClaimRecord, 'id' | 'communityId' | 'code'>): Key => ({
  pk: boundPk(communityId),
  sk: `${code}#${id}`,
});
const personKey = (personId: PersonId) => `claims#${personId}`;
const reviewKey = (communityId: CommunityId) => `${communityId}#claims`;
const reviewKeys = (communityId: CommunityId): ListKeys => ({
  fixed: { reviewKey: reviewKey(communityId), sk: 'claim' },
  open: ['pk', 'reviewAt'],
});

const claimItem = (claim: ClaimRecord): Item & Key => ({
  ...claimKey(claim.id),
  ...claim,
  card: claimViewOf(claim),
  personKey: personKey(claim.personId),
  listAt: claim.at,
  ...(claim.state === 'waiting' ? { reviewKey: reviewKey(claim.communityId), reviewAt: claim.at } : {}),
});

/** Who is bound to a unit: a register by unit. What ended stays, marked. */
const Bound = z.object({
  claimId: ClaimId,
  personId: PersonId,
  unit: UnitCode,
  as: BindingKind,
  ownerKey: z.optional(z.string()),
});
export type Bound = z.output<typeof Bound>;
/** `former`: as whom the person was bound to this unit by rolls that others have replaced. */
const BoundItem = z.object({ ...Bound.shape, isInForce: z.boolean(), former: z.optional(z.array(FormerBinding)) });
export type FormerlyBound = { personId: PersonId; unit: string; ownerKey?: string | undefined };
const CardItem = z.object({ card: Claim });
const KeyItem = z.object({ card: z.object({ id: ClaimId }) });

const boundOf = ({ id: claimId, personId, code: unit, as, ownerKey }: ClaimRecord): Bound => ({
  claimId,
  personId,
  unit,
  as,
  ...(ownerKey === undefined ? {} : { ownerKey }),
});

/** A claim before (absent: it is new) and after a step, with its person's standing as it was read and as it becomes. */
export type ClaimChange = {
  before: ClaimRecord | undefined;
  after: ClaimRecord;
  standing: { before: PersonStanding; after: PersonStanding };
  /** The version of the roll that the decision was made on; it must still be in force. */
  rollVersion?: number | undefined;
};

export const claimPageSize = 20;

type Within = { unit: UnitCode } | { building: string };
/** What the names in the register begin with: of a unit, of a building. */
const boundPrefix = (within: Within): string => ('unit' in within ? `${within.unit}#` : `${within.building}-`);

export type ClaimStore = {
  /** Read consistently unless told otherwise; undefined when there is none. */
  find: (id: ClaimId, options?: { consistent?: boolean }) => Promise<ClaimRecord | undefined>;
  standing: (communityId: CommunityId, personId: PersonId) => Promise<PersonStanding>;
  bindingsOf: (personId: PersonId, communityId: CommunityId) => Promise<Binding[]>;
  /** All or nothing; false when the claim, the standing or the roll is not as it was read. */
  change: (change: ClaimChange) => Promise<boolean>;
  /** A person's newest requests in all communities, at most twenty. May lag by a moment. */
  listOf: (personId: PersonId) => Promise<Claim[]>;
  /** What waits for a decision, the longest waiting first, a page or at most `limit`. May lag by a moment: read each again by its id. */
  waiting: (
    communityId: CommunityId,
    cursor?: string,
    limit?: number,
  ) => Promise<{ ids: ClaimId[]; next: string | undefined }>;
  /** Who is bound to one unit, in one building, or in the whole community; read consistently unless told otherwise. */
  bound: (communityId: CommunityId, within?: Within, options?: { consistent?: boolean }) => Promise<Bound[]>;
  /** Who was bound as an owner at some time by a roll that was replaced since; the same reads as `bound`. */
  formerlyBound: (communityId: CommunityId, at: string) => Promise<FormerlyBound[]>;
};

const byAge = (a: ClaimRecord, b: ClaimRecord) => (a.at === b.at ? Number(a.id > b.id) : a.at < b.at ? -1 : 1);

export const makeMemoryClaimStore = (rolls: Pick<RollStore, 'current'>): ClaimStore => {
  const claims = new Map<ClaimId, ClaimRecord>();
  const standings = new Map<string, PersonStanding>();
  const standing = (communityId: CommunityId, personId: PersonId) =>
    structuredClone(standings.get(standingKey(communityId, personId).pk) ?? noStanding);
  return {
    find: async (id) => structuredClone(claims.get(id)),
    standing: async (communityId, personId) => standing(communityId, personId),
    bindingsOf: async (personId, communityId) => bindingsIn(communityId, standing(communityId, personId)),
    change: async ({ before, after, standing: { before: seen, after: next }, rollVersion }) => {
      const { id, communityId, personId } = after;
      const inForce = rollVersion === undefined ? undefined : (await rolls.current(communityId))?.standing.version;
      const isAsRead =
        claims.get(id)?.version === before?.version && standing(communityId, personId).version === seen.version;
      if (!isAsRead || inForce !== rollVersion) return false;
      claims.set(id, structuredClone(after));
      standings.set(standingKey(communityId, personId).pk, structuredClone(next));
      return true;
    },
    listOf: async (personId) =>
      [...claims.values()]
        .filter((claim) => claim.personId === personId)
        .toSorted((a, b) => byAge(b, a))
        .slice(0, householdLimits.claims)
        .map(claimViewOf),
    waiting: async (communityId, cursor, limit = claimPageSize) => {
      const from = fromCursor(cursor, reviewKeys(communityId));
      const rest = [...claims.values()]
        .filter((claim) => claim.communityId === communityId && claim.state === 'waiting')
        .toSorted(byAge)
        .filter(
          (claim) => from === undefined || `${claim.at}${claimKey(claim.id).pk}` > `${from['reviewAt']}${from['pk']}`,
        );
      const page = rest.slice(0, limit);
      const last = page.at(-1);
      const isMore = rest.length > limit && last !== undefined;
      const next = isMore ? { reviewKey: reviewKey(communityId), reviewAt: last.at, ...claimKey(last.id) } : undefined;
      return { ids: page.map(({ id }) => id), next: toCursor(next) };
    },
    bound: async (communityId, within) =>
      [...claims.values()]
        .filter((claim) => claim.communityId === communityId && claim.state === 'approved')
        .filter((claim) => within === undefined || boundKey(claim).sk.startsWith(boundPrefix(within)))
        .map(boundOf),
    formerlyBound: async (communityId, at) =>
      [...claims.values()]
        .filter((claim) => claim.communityId === communityId)
        .flatMap(({ personId, code }) =>
          formerIn(standing(communityId, personId), at)
            .filter(({ unit }) => unit === code)
            .map((former) => ({ personId, ...former })),
        ),
  };
};

export const makeDynamoClaimStore = (table: Table): ClaimStore => {
  const standing = async (communityId: CommunityId, personId: PersonId) => {
    const item = await table.get(standingKey(communityId, personId));
    return item === undefined ? noStanding : z.parse(PersonStanding, item);
  };
  const register = async (communityId: CommunityId, within?: Within, options?: { consistent?: boolean }) => {
    const found: z.output<typeof BoundItem>[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: within === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :within)',
        values: {
          ':pk': boundPk(communityId),
          ...(within === undefined ? {} : { ':within': boundPrefix(within) }),
        },
        from,
        ...options,
      });
      found.push(...items.map((item) => z.parse(BoundItem, item)));
      from = next;
    } while (from !== undefined);
    return found;
  };
  return {
    find: async (id, options) => {
      const item = await table.get(claimKey(id), options);
      return item === undefined ? undefined : z.parse(ClaimRecord, item);
    },
    standing,
    bindingsOf: async (personId, communityId) => bindingsIn(communityId, await standing(communityId, personId)),
    change: async ({ before, after, standing: { before: seen, after: next }, rollVersion }) => {
      const since = (version: number | undefined) =>
        version === undefined || version === 0
          ? { condition: 'attribute_not_exists(pk)' }
          : { condition: 'version = :seen', values: { ':seen': version } };
      const parts: Part[] = [
        { put: claimItem(after), when: since(before?.version) },
        { put: { ...standingKey(after.communityId, after.personId), ...next }, when: since(seen.version) },
      ];
      if (before?.state === 'approved' || after.state === 'approved') {
        const former = next.former?.filter(({ unit }) => unit === after.code) ?? [];
        parts.push({
          put: {
            ...boundKey(after),
            ...boundOf(after),
            isInForce: after.state === 'approved',
            ...(former.length === 0 ? {} : { former }),
          },
        });
      }
      if (rollVersion !== undefined) {
        const values = { ':roll': rollVersion };
        parts.push({ check: { key: pointerKey(after.communityId), condition: 'version = :roll', values } });
      }
      return table.transact(parts);
    },
    listOf: async (personId) => {
      const { items } = await table.query({
        index: 'byPerson',
        condition: 'personKey = :person',
        values: { ':person': personKey(personId) },
        limit: householdLimits.claims,
        newestFirst: true,
      });
      return items.map((item) => z.parse(CardItem, item).card);
    },
    waiting: async (communityId, cursor, limit = claimPageSize) => {
      const { items, next } = await table.query({
        index: 'byReview',
        condition: 'reviewKey = :community',
        values: { ':community': reviewKey(communityId) },
        limit,
        from: fromCursor(cursor, reviewKeys(communityId)),
      });
      return { ids: items.map((item) => z.parse(KeyItem, item).card.id), next: toCursor(next) };
    },
    bound: async (communityId, within, options) =>
      (await register(communityId, within, options))
        .filter(({ isInForce }) => isInForce)
        .map(({ isInForce: _, former: __, ...each }) => each),
    formerlyBound: async (communityId, at) =>
      (await register(communityId)).flatMap(({ personId, former = [] }) =>
        formerIn({ former }, at).map((each) => ({ personId, ...each })),
      ),
  };
};

/** The claim in a stream record; undefined for every other item. */
export const claimOf = (item: Item): ClaimRecord | undefined =>
  item['sk'] === 'claim' ? z.parse(ClaimRecord, item) : undefined;
