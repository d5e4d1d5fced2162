import { type CommunityId, communityOf, ExchangeId, PersonId } from '@suishoupai/shared/ids';
import { ExchangeCard, Role } from '@suishoupai/shared/timebank/contract';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import { clockOf } from '@suishoupai/shared/timebank/transitions';
import * as z from 'zod/mini';
import type { Act } from '../dynamo/memory-items.ts';
import type { Item, Key } from '../dynamo/table.ts';
import { factsOf } from './exchange-facts.ts';
import { putAlong, putOver, type TimebankItems } from './items-store.ts';
import { reviewKey } from './listing-store.ts';
import { ExchangeRecord } from './record.ts';

/** A card as it is kept: both sides, and whose turn it is. */
export const ExchangeCardRecord = z.object({
  ...z.omit(ExchangeCard, { role: true, isMyTurn: true }).shape,
  ownerId: z.optional(PersonId),
  answererId: PersonId,
  answererIs: Role,
  /** Who has something to do: the community is nobody of the two. */
  turn: z.array(z.enum(['owner', 'answerer', 'staff'])),
});
export type ExchangeCardRecord = z.output<typeof ExchangeCardRecord>;

const exchangePk = (id: ExchangeId) => `${communityOf(id)}#exchange#${id}`;
const exchangeKey = (id: ExchangeId): Key => ({ pk: exchangePk(id), sk: 'exchange' });
const ownKey = (communityId: CommunityId, personId: PersonId) => `${communityId}#exchanges#${personId}`;
const shards = 4;
const dueKeyOf = (shard: number) => `due#exchanges#${shard}`;
const shardOf = (id: ExchangeId) => (id.codePointAt(id.length - 1) ?? 0) % shards;

export const exchangeCardOf = (exchange: ExchangeRecord): ExchangeCardRecord =>
  z.parse(ExchangeCardRecord, { ...exchange, turn: factsOf(exchange).turn });

const itemsOf = (exchange: ExchangeRecord): [Item & Key, ...(Item & Key)[]] => {
  const { id, communityId, ownerId, answererId, answeredAt, version } = exchange;
  const pk = exchangePk(id);
  const card = exchangeCardOf(exchange);
  const clock = clockOf(factsOf(exchange));
  return [
    {
      ...{
        pk,
        sk: 'exchange',
        revision: version,
        exchange,
        card,
        listAt: answeredAt,
        personKey: ownKey(communityId, answererId),
      },
      ...(card.turn.includes('staff') ? { reviewKey: reviewKey(communityId), reviewAt: answeredAt } : {}),
      ...(clock === undefined ? {} : { dueKey: dueKeyOf(shardOf(id)), wakeAt: clock.at }),
    },
    ...(ownerId === undefined
      ? []
      : [{ pk, sk: 'owner', card, listAt: answeredAt, personKey: ownKey(communityId, ownerId) }]),
  ];
};

/** What a write of an exchange is in a transaction: version n where n − 1 stands (1 where nothing does). */
export const exchangeActs = (exchange: ExchangeRecord): Act[] => {
  const [first, ...along] = itemsOf(exchange);
  return [putOver(first, exchange.version === 1 ? undefined : exchange.version - 1), ...along.map(putAlong)];
};

/** The exchange in a stream record; undefined for every other item. */
export const exchangeOf = (item: Item | undefined): ExchangeRecord | undefined =>
  item?.['sk'] === 'exchange' ? z.parse(ExchangeRecord, item['exchange']) : undefined;

export const exchangeIdOf = ({ pk, sk }: Key): ExchangeId | undefined => {
  if (sk !== 'exchange') return undefined;
  const id = z.safeParse(ExchangeId, pk.split('#')[2]);
  return id.success ? id.data : undefined;
};

export const makeExchangeStore = (items: TimebankItems) => ({
  /** By key, read consistently; undefined when there is none. */
  find: async (id: ExchangeId): Promise<ExchangeRecord | undefined> => exchangeOf(await items.get(exchangeKey(id))),
  /** Writes version n where n − 1 stands, with what goes along, all or nothing; false when somebody else was first. */
  save: (exchange: ExchangeRecord, along: readonly Act[] = []): Promise<boolean> =>
    items.transact([...exchangeActs(exchange), ...along]),
  /** Those of a person, the newest first. */
  listOf: async (communityId: CommunityId, personId: PersonId, cursor?: string) => {
    const page = await items.list({
      ...{ index: 'byPerson', value: ownKey(communityId, personId) },
      ...{ limit: timebankLimits.pageSize, newestFirst: true, cursor },
    });
    return { items: page.items.map(({ card }) => z.parse(ExchangeCardRecord, card)), next: page.next };
  },
  /** Those whose clock has come, the longest first. */
  due: async (now: string): Promise<ExchangeId[]> => {
    const pages = await Promise.all(
      Array.from({ length: shards }, (_, shard) =>
        items.list({ index: 'byDue', value: dueKeyOf(shard), limit: 50, upTo: now }),
      ),
    );
    return pages.flatMap((page) => page.items.flatMap((key) => exchangeIdOf(key) ?? []));
  },
  /** What waits for the community, listings and exchanges, the longest waiting first: by key, read each again. */
  waiting: (communityId: CommunityId, cursor?: string) =>
    items.list({ index: 'byReview', value: reviewKey(communityId), limit: timebankLimits.pageSize, cursor }),
});

export type ExchangeStore = ReturnType<typeof makeExchangeStore>;
