import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, type CommunityId, PersonId } from '@suishoupai/shared/ids';
import { merits } from '@suishoupai/shared/points/honours';
import * as z from 'zod/mini';
import { type Acting, makeDynamoActing, makeMemoryActing } from '../dynamo/acting.ts';
import { type Act, makeMemoryItems } from '../dynamo/memory-items.ts';
import { eachOf } from '../dynamo/one-write.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';

/** Somebody who agreed to be named, and as what; one who did no longer has no name. `seq`: by which state of their book they are ranked. */
const ShownRecord = z.object({ personId: PersonId, name: z.nullable(z.string()), seq: z.optional(z.int()) });
export type ShownRecord = z.output<typeof ShownRecord>;

export const CommendationRecord = z.object({
  id: ActionId,
  personId: PersonId,
  year: z.int(),
  merit: z.enum(merits),
  by: z.string(),
  at: Instant,
});
export type CommendationRecord = z.output<typeof CommendationRecord>;

/** What somebody has served in a year, by their book as it stood after its entry number `seq`. */
export type Served = { seq: number; year: string; minutes: number };
const Ranked = z.object({ personId: PersonId, name: z.string(), minutes: z.int() });
export type Ranked = z.output<typeof Ranked>;

export type HonoursStore = {
  /** Writes how somebody is named, or that they are not; they stand in no ranking until they are ranked. */
  show: (communityId: CommunityId, shown: ShownRecord) => Promise<void>;
  /** As what somebody is named, read consistently unless told otherwise; undefined when they never said. */
  find: (
    communityId: CommunityId,
    personId: PersonId,
    options?: { consistent?: boolean },
  ) => Promise<ShownRecord | undefined>;
  /** Puts somebody who is named so into the ranking of a year, unless a later state of their book did already. */
  rank: (communityId: CommunityId, shown: { personId: PersonId; name: string }, served: Served) => Promise<void>;
  /** Those who served the most in a year, at most `limit`; may be a moment old. */
  ranking: (communityId: CommunityId, year: string, limit: number) => Promise<Ranked[]>;
  /** Keeps a commendation, once for a person, year and merit; what stands is returned. */
  commend: (communityId: CommunityId, commendation: CommendationRecord) => Promise<CommendationRecord>;
  /** The newest year first, all or at most `limit`. */
  commendations: (communityId: CommunityId, limit?: number) => Promise<CommendationRecord[]>;
};

const pkOf = (communityId: CommunityId) => `${communityId}#honours`;
const shownPrefix = 'shown#';
const commendPrefix = 'commended#';
const shownKey = (communityId: CommunityId, personId: PersonId): Key => ({
  pk: pkOf(communityId),
  sk: shownPrefix + personId,
});
type Named = Pick<CommendationRecord, 'year' | 'merit' | 'personId'>;
const commendKey = (communityId: CommunityId, { year, merit, personId }: Named): Key => ({
  pk: pkOf(communityId),
  sk: `${commendPrefix}${year}#${merit}#${personId}`,
});
const rankingKey = (communityId: CommunityId, year: string) => `${communityId}#ranking#${year}`;
const RankedItem = z.object({ card: Ranked });

/** Somebody's place in the ranking; who has served nothing has none. */
const ranked = (communityId: CommunityId, { personId, name }: Omit<Ranked, 'minutes'>, served: Served): Act => {
  const { seq, year, minutes } = served;
  const key = shownKey(communityId, personId);
  const place = {
    listKey: rankingKey(communityId, year),
    listAt: `${String(minutes).padStart(9, '0')}#${personId}`,
    card: { personId, name, minutes },
  };
  const isIn = minutes > 0;
  return {
    key,
    part: {
      update: {
        key,
        update: isIn
          ? 'SET #seq = :seq, listKey = :listKey, listAt = :listAt, card = :card'
          : 'SET #seq = :seq REMOVE listKey, listAt, card',
        condition: '#name = :name AND (attribute_not_exists(#seq) OR #seq < :seq)',
        names: { '#name': 'name', '#seq': 'seq' },
        values: {
          ':name': name,
          ':seq': seq,
          ...(isIn ? { ':listKey': place.listKey, ':listAt': place.listAt, ':card': place.card } : {}),
        },
      },
    },
    apply: (existing) => {
      if (existing === undefined || existing['name'] !== name || Number(existing['seq'] ?? -1) >= seq) return undefined;
      const { listKey: _, listAt: __, card: ___, ...rest } = existing;
      return { ...rest, ...key, seq, ...(isIn ? place : {}) };
    },
  };
};
const recordOf = (item: Item) => z.parse(CommendationRecord, item);

const makeStore = (acting: Acting, commendationsOf: HonoursStore['commendations']): HonoursStore => ({
  show: async (communityId, shown) => {
    const item = { ...shownKey(communityId, shown.personId), ...shown };
    const key = shownKey(communityId, shown.personId);
    await acting.act({ key, part: { put: item }, apply: () => item });
  },
  find: async (communityId, personId, options) => {
    const item = await acting.get(shownKey(communityId, personId), options);
    return item === undefined ? undefined : z.parse(ShownRecord, item);
  },
  rank: async (communityId, shown, served) => void (await acting.act(ranked(communityId, shown, served))),
  ranking: async (communityId, year, limit) => {
    const key = rankingKey(communityId, year);
    const { items } = await acting.list({ index: 'byList', key, newestFirst: true, limit });
    return items.map((item) => z.parse(RankedItem, item).card);
  },
  commend: async (communityId, commendation) => {
    const key = commendKey(communityId, commendation);
    const item = { ...key, ...commendation };
    const isKept = await acting.act({
      key,
      part: { put: item, when: { condition: 'attribute_not_exists(pk)' } },
      apply: (existing) => (existing === undefined ? item : undefined),
    });
    return recordOf(isKept ? item : ((await acting.get(key)) ?? item));
  },
  commendations: commendationsOf,
});

export const makeMemoryHonoursStore = (items = makeMemoryItems()): HonoursStore =>
  makeStore(makeMemoryActing(items), async (communityId, limit) =>
    items
      .filter(({ pk, sk }) => pk === pkOf(communityId) && sk.startsWith(commendPrefix))
      .map(recordOf)
      .toReversed()
      .slice(0, limit),
  );

export const makeDynamoHonoursStore = (table: Table): HonoursStore =>
  makeStore(makeDynamoActing(table), async (communityId, limit) => {
    const input = {
      condition: 'pk = :honours AND begins_with(sk, :prefix)',
      values: { ':honours': pkOf(communityId), ':prefix': commendPrefix },
      newestFirst: true,
    };
    const found = limit === undefined ? await eachOf(table, input) : (await table.query({ ...input, limit })).items;
    return found.map(recordOf);
  });
