import { Instant } from '@suishoupai/shared/contract/fields';
import { ActionId, type CommunityId, PersonId } from '@suishoupai/shared/ids';
import { merits } from '@suishoupai/shared/points/honours';
import * as z from 'zod/mini';
import { makeMemoryItems } from '../dynamo/memory-items.ts';
import type { Item, Key, Table } from '../dynamo/table.ts';

/** Somebody who agreed to be named, and as what; one who did no longer has no name. */
const ShownRecord = z.object({ personId: PersonId, name: z.nullable(z.string()) });
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

export type HonoursStore = {
  /** Writes how somebody is named, or that they are not. */
  show: (communityId: CommunityId, shown: ShownRecord) => Promise<void>;
  /** Everybody who is named; read consistently, so that who is not any more is not shown from that moment on. */
  shown: (communityId: CommunityId) => Promise<{ personId: PersonId; name: string }[]>;
  /** Keeps a commendation, once for a person, year and merit; what stands is returned. */
  commend: (communityId: CommunityId, commendation: CommendationRecord) => Promise<CommendationRecord>;
  /** The newest year first. */
  commendations: (communityId: CommunityId) => Promise<CommendationRecord[]>;
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
const named = (items: readonly Item[]) =>
  items
    .map((item) => z.parse(ShownRecord, item))
    .flatMap(({ personId, name }) => (name === null ? [] : [{ personId, name }]));
const recordOf = (item: Item) => z.parse(CommendationRecord, item);

export const makeMemoryHonoursStore = (items = makeMemoryItems()): HonoursStore => {
  const all = (communityId: CommunityId, prefix: string) =>
    items.filter(({ pk, sk }) => pk === pkOf(communityId) && sk.startsWith(prefix));
  return {
    show: (communityId, shown) => items.write({ ...shownKey(communityId, shown.personId), ...shown }),
    shown: async (communityId) => named(all(communityId, shownPrefix)),
    commend: async (communityId, commendation) => {
      const key = commendKey(communityId, commendation);
      if (items.get(key) === undefined) await items.write({ ...key, ...commendation });
      return recordOf(items.get(key) ?? commendation);
    },
    commendations: async (communityId) => all(communityId, commendPrefix).map(recordOf).toReversed(),
  };
};

export const makeDynamoHonoursStore = (table: Table): HonoursStore => {
  const all = async (communityId: CommunityId, prefix: string, newestFirst: boolean): Promise<Item[]> => {
    const found: Item[] = [];
    let from: Item | undefined;
    do {
      const { items, next } = await table.query({
        condition: 'pk = :honours AND begins_with(sk, :prefix)',
        values: { ':honours': pkOf(communityId), ':prefix': prefix },
        newestFirst,
        from,
      });
      found.push(...items);
      from = next;
    } while (from !== undefined);
    return found;
  };
  return {
    show: async (communityId, shown) => {
      await table.put({ ...shownKey(communityId, shown.personId), ...shown });
    },
    shown: async (communityId) => named(await all(communityId, shownPrefix, false)),
    commend: async (communityId, commendation) => {
      const item = { ...commendKey(communityId, commendation), ...commendation };
      const written = await table.put(item, 'attribute_not_exists(pk)');
      return recordOf(written.applied ? written.item : (written.existing ?? item));
    },
    commendations: async (communityId) => (await all(communityId, commendPrefix, true)).map(recordOf),
  };
};
