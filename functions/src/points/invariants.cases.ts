import type { PersonId } from '@suishoupai/shared/ids';
import { addedUp } from '@suishoupai/shared/points/open-book';
import type { Lot, Transfer, Unit } from '@suishoupai/shared/points/transfer';
import { chinaDay } from '@suishoupai/shared/time/china';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPersonId } from '../../test/builders.ts';
import type { Service } from '../../test/service.ts';
import { makeTurns } from '../people/turns.ts';
import { makeRedeeming } from '../rewards/redeeming.ts';
import { anOrderId, makeShop } from '../rewards/rewards.builder.ts';
import { makeLedger, type Result } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
import { aSpend, aTransfer, aTransferId } from './points.builder.ts';
import { type BookKey, type EntryRecord, entryHash, firstHead } from './record.ts';

const bookOf = (personId: PersonId, unit: Unit = 'points'): BookKey => ({ communityId: 'xfl', unit, personId });
const amounts = (most: number) => fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: most });
const created = (results: readonly Result[]) => results.filter(({ result }) => result === 'created');
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/**
 * What the books promise, one test for each promise and nothing of another in it: a mutant of the ledger that breaks one makes that test fail
 * and no other (npm run mutants). Run on every store.
 */
export const invariantCases = (
  makeStore: () => Promise<LedgerStore>,
  makeService: () => Promise<Service>,
  runs: number,
): void => {
  const begin = async () => {
    const store = await makeStore();
    const entriesOf = async (key: BookKey): Promise<EntryRecord[]> =>
      store.between(key, 0, (await store.book(key)).seq * 2 + 2);
    return { store, entriesOf, ...makeLedger(store) };
  };
  const holds = (property: Parameters<typeof fc.assert>[0]) => fc.assert(property, { numRuns: runs });
  const earnFor = async (transfer: (input: Transfer) => Promise<Result>, credit: PersonId, amount: number) => {
    const earned = aTransfer({ credit, amount });
    await transfer(earned);
    return earned;
  };

  test('不变量 01 两个人之间的每一笔，一出一进', async () => {
    const { entriesOf, transfer } = await begin();
    await holds(
      fc.asyncProperty(amounts(4), async (given) => {
        const [from, to] = [aPersonId(), aPersonId()];
        await earnFor(transfer, from, sum(given));
        for (const amount of given) {
          const held = aTransfer({ debit: from, credit: to, amount, phase: 'reserve' });
          await transfer(held);
          await transfer({ ...held, id: aTransferId(), phase: 'post', ends: held.id });
        }
        const halves = (entries: readonly EntryRecord[]) =>
          entries.filter(({ phase }) => phase === 'post').map(({ id, amount }) => [id, amount]);
        const [out, into] = [await entriesOf(bookOf(from)), await entriesOf(bookOf(to))];
        expect(halves(out)).toEqual(halves(into));
        expect([out.at(-1)?.posted, into.at(-1)?.posted]).toEqual([0, sum(given)]);
      }),
    );
  });

  test('不变量 02 记下的一笔不再改，也不会没有', async () => {
    const { entriesOf, transfer } = await begin();
    await holds(
      fc.asyncProperty(amounts(4), async (given) => {
        const credit = aPersonId();
        await earnFor(transfer, credit, sum(given));
        const spends = given.map((amount) => aSpend(credit, amount));
        for (const spend of spends) await transfer(spend);
        const before = await entriesOf(bookOf(credit));
        for (const spend of spends) await transfer(spend);
        expect(await entriesOf(bookOf(credit))).toEqual(before);
      }),
    );
  });

  test('不变量 03 每一笔接着上一笔的指纹', async () => {
    const { store, entriesOf, transfer } = await begin();
    await holds(
      fc.asyncProperty(amounts(5), async (given) => {
        const credit = aPersonId();
        for (const amount of given) await earnFor(transfer, credit, amount);
        let previous = firstHead;
        for (const entry of await entriesOf(bookOf(credit))) {
          expect([entry.previous, entry.hash]).toEqual([previous, entryHash(entry)]);
          previous = entry.hash;
        }
        expect((await store.book(bookOf(credit))).head).toBe(previous);
      }),
    );
  });

  test('不变量 04 同一个编号再来一次，什么也不变；内容不同说得出来', async () => {
    const { store, transfer } = await begin();
    await holds(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), async (amount) => {
        const credit = aPersonId();
        const earned = aTransfer({ credit, amount });
        const answers = [
          await transfer(earned),
          await transfer(earned),
          await transfer({ ...earned, amount: amount + 1 }),
        ];
        expect(answers.map(({ result }) => result)).toEqual(['created', 'exists', 'exists_with_different_amount']);
        expect((await store.book(bookOf(credit))).posted).toBe(amount);
      }),
    );
  });

  test('不变量 05 64 个人同时送同一个编号，只记一笔', async () => {
    const { store, transfer } = await begin();
    const earned = aTransfer({ credit: aPersonId(), amount: 3 });
    const results = await Promise.all(Array.from({ length: 64 }, () => transfer(earned)));
    expect(created(results)).toHaveLength(1);
    expect((await store.book(bookOf(earned.credit as PersonId))).posted).toBe(3);
  });

  test('不变量 06 500 笔同时记给一个人，一笔不丢', async () => {
    const { store, transfer } = await begin();
    const credit = aPersonId();
    const all = Array.from({ length: 500 }, () => aTransfer({ credit, amount: 1 }));
    for (let at = 0; at < all.length; at += 10) await Promise.all(all.slice(at, at + 10).map(transfer));
    expect((await store.book(bookOf(credit))).posted).toBe(500);
  });

  test('不变量 07 几个人同时互相转，总数不变', async () => {
    const { store, transfer } = await begin();
    const people = [aPersonId(), aPersonId(), aPersonId()];
    for (const person of people) await earnFor(transfer, person, 100);
    const pairs = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.integer({ min: 1, max: 9 })), {
      minLength: 6,
      maxLength: 8,
    });
    await holds(
      fc.asyncProperty(pairs, async (gifts) => {
        const moves = gifts.map(([from, to, amount]) =>
          aTransfer({ debit: people[from] ?? aPersonId(), credit: people[to] ?? aPersonId(), amount }),
        );
        await Promise.all(moves.map(transfer));
        const held = await Promise.all(people.map(async (person) => (await store.book(bookOf(person))).posted));
        expect(sum(held)).toBe(300);
      }),
    );
  });

  test('不变量 08 余额就是每一笔加起来的', async () => {
    const { store, entriesOf, transfer } = await begin();
    await holds(
      fc.asyncProperty(amounts(4), async (given) => {
        const credit = aPersonId();
        await earnFor(transfer, credit, 100);
        for (const amount of given) {
          const held = aSpend(credit, amount + 1, { phase: 'reserve' });
          await transfer(held);
          await transfer({ ...held, id: aTransferId(), phase: 'post', ends: held.id, amount });
        }
        const entries = await entriesOf(bookOf(credit));
        const moved = entries.map(({ phase, debit, amount }) =>
          phase === 'reserve' ? 0 : debit === credit ? -amount : amount,
        );
        const book = await store.book(bookOf(credit));
        expect([book.posted, book.reserved]).toEqual([sum(moved), 0]);
        expect(sum(book.lots.map(({ left }) => left))).toBe(sum(moved));
      }),
    );
  });

  test('不变量 09 一起来花同一个人的，花不成负数', async () => {
    const { store, transfer } = await begin();
    const credit = aPersonId();
    await earnFor(transfer, credit, 100);
    const results = await Promise.all(Array.from({ length: 20 }, () => transfer(aSpend(credit, 10))));
    expect(created(results)).toHaveLength(10);
    expect((await store.book(bookOf(credit))).posted).toBe(0);
  });

  test('不变量 10 一千次一点点，一点不差；零头不收', async () => {
    const { store, transfer } = await begin();
    const [credit, other] = [aPersonId(), aPersonId()];
    await expect(transfer(aTransfer({ credit: other, amount: 0.1 }))).rejects.toThrow();
    for (let each = 0; each < 20; each += 1) await transfer(aTransfer({ credit, amount: 1_000_000 }));
    for (let each = 0; each < 1000; each += 1) await transfer(aTransfer({ credit, amount: 1 }));
    expect((await store.book(bookOf(credit))).posted).toBe(20_001_000);
  });

  test('不变量 11 积分和时长不混', async () => {
    const { store, transfer } = await begin();
    const credit = aPersonId();
    await transfer(aTransfer({ credit, amount: 5 }));
    await transfer(aTransfer({ credit, amount: 7, unit: 'minutes' }));
    const held = async (unit: Unit) => (await store.book(bookOf(credit, unit))).posted;
    expect([await held('points'), await held('minutes')]).toEqual([5, 7]);
  });

  test('不变量 12 改错是反过来再记一笔，只有一次', async () => {
    const { store, entriesOf, transfer } = await begin();
    await holds(
      fc.asyncProperty(amounts(3), async (given) => {
        const credit = aPersonId();
        await earnFor(transfer, credit, 100);
        for (const amount of given) {
          const wrong = await earnFor(transfer, credit, amount);
          const back = () =>
            transfer(aTransfer({ debit: credit, credit: 'issued', amount, undoes: wrong.id, cause: wrong.cause }));
          expect(created([await back(), await back()])).toHaveLength(1);
          const both = (await entriesOf(bookOf(credit))).filter(
            ({ id, undoes }) => id === wrong.id || undoes === wrong.id,
          );
          expect(both.map(({ amount: moved }) => moved)).toEqual([amount, amount]);
        }
        expect((await store.book(bookOf(credit))).posted).toBe(100);
      }),
    );
  });

  test('不变量 13 从每一笔重新算得出现在的账，连哪一天到期也算得出', async () => {
    const { store, entriesOf, transfer } = await begin();
    const days = ['2027-12-31', '2028-12-31', undefined];
    await holds(
      fc.asyncProperty(amounts(5), async (given) => {
        const credit = aPersonId();
        for (const [i, amount] of given.entries()) {
          const until = days[i % 3];
          await transfer(aTransfer({ credit, amount, ...(until === undefined ? {} : { until }) }));
        }
        for (const amount of given.slice(1)) await transfer(aSpend(credit, amount));
        const left = new Map<string, number>();
        const add = ({ until = '', left: more }: Lot, sign: number) =>
          left.set(until, (left.get(until) ?? 0) + sign * more);
        for (const { debit, amount, until, took = [] } of await entriesOf(bookOf(credit))) {
          if (debit !== credit) add(until === undefined ? { left: amount } : { until, left: amount }, 1);
          for (const lot of took) add(lot, -1);
        }
        const rebuilt = [...left].filter(([, amount]) => amount > 0).toSorted();
        const { lots } = await store.book(bookOf(credit));
        expect(lots.map((lot): [string, number] => [lot.until ?? '', lot.left]).toSorted()).toEqual(rebuilt);
      }),
    );
  });

  test('不变量 14 每个人的账一笔一号，不缺不重', async () => {
    const { entriesOf, transfer } = await begin();
    await holds(
      fc.asyncProperty(amounts(8), async (given) => {
        const credit = aPersonId();
        for (const amount of given) await earnFor(transfer, credit, amount);
        const numbers = (await entriesOf(bookOf(credit))).map(({ seq }) => seq);
        expect(numbers).toEqual(given.map((_, i) => i + 1));
      }),
    );
  });

  test('不变量 15 拒绝过的编号再来，不会说成记上了', async () => {
    const { transfer } = await begin();
    const credit = aPersonId();
    const spend = aSpend(credit, 5);
    const first = await transfer(spend);
    await earnFor(transfer, credit, 10);
    expect([first, await transfer(spend)]).toEqual([
      { result: 'refused', reason: 'insufficient' },
      { result: 'refused', reason: 'insufficient' },
    ]);
  });

  test('不变量 16 库存不会少于零，给出的加剩下的总是开始的那么多', async () => {
    const service = await makeService();
    const shop = await makeShop(service);
    const rewardId = await shop.shelved({}, 5);
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => shop.someone(`p${i}`)));
    const { ledger: book, rewards, orders } = service.stores;
    // Beneath the door, where signatures are checked one after the other, all of them meet.
    const { redeem } = makeRedeeming({
      ...{ ledger: makeLedger(book), book, rewards, orders },
      turns: makeTurns(service.stores.turns),
      ...{ bindingsOf: async () => [], pause: async () => {}, random: () => 0 },
    });
    const asked = people.map(({ personId }) => ({
      id: anOrderId(),
      rewardId,
      version: 1,
      count: 1,
      points: 200,
      personId,
    }));
    const answers = await Promise.allSettled(asked.map((each) => redeem(each, service.now())));
    const sold = answers.filter(({ status }) => status === 'fulfilled').length;
    const { left = -1, granted = -1, initial } = await shop.stockOf(rewardId);
    expect(left).toBeGreaterThanOrEqual(0);
    expect([left + granted, granted]).toEqual([initial, sold]);
  });

  test('不变量 17 退回和过期，每一分回到原来的那一份', async () => {
    const { store, transfer } = await begin();
    await holds(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('release' as const, 'expire' as const),
        async (amount, phase) => {
          const credit = aPersonId();
          await transfer(aTransfer({ credit, amount: 10, until: '2027-12-31' }));
          await transfer(aTransfer({ credit, amount: 10, until: '2028-12-31' }));
          const { lots } = await store.book(bookOf(credit));
          const held = aSpend(credit, amount, { phase: 'reserve' });
          await transfer(held);
          await transfer({ ...held, id: aTransferId(), phase, ends: held.id });
          const after = await store.book(bookOf(credit));
          expect([after.posted, after.reserved, after.lots]).toEqual([20, 0, lots]);
        },
      ),
    );
  });

  test('不变量 18 没有主人的账，正好是大家的账反过来', async () => {
    const { store, entriesOf, transfer, lapse } = await begin();
    await holds(
      fc.asyncProperty(amounts(4), async (given) => {
        const people = given.map(() => aPersonId());
        for (const [i, amount] of given.entries()) {
          const credit = people[i] ?? aPersonId();
          await transfer(aTransfer({ credit, amount: amount + 30, until: '2027-12-31' }));
          await transfer(aTransfer({ credit, amount: 4 }));
          const held = aSpend(credit, amount, { phase: 'reserve' });
          await transfer(held);
          await transfer({ ...held, id: aTransferId(), phase: 'post', ends: held.id });
          if (i % 2 === 0) await lapse(bookOf(credit), '2028-01-01T00:00:00.000Z');
        }
        const entries = (await Promise.all(people.map((person) => entriesOf(bookOf(person))))).flat();
        const rows = addedUp(
          [],
          entries.map((entry) => ({ ...entry, day: chinaDay(entry.at), kind: entry.cause.kind })),
        );
        const signs = { issued: 1, restored: 1, drawn: 1, taken: -1, redeemed: -1, expired: -1, donated: -1, given: 0 };
        const held = await Promise.all(people.map(async (person) => (await store.book(bookOf(person))).posted));
        expect(sum(rows.map(({ way, amount }) => signs[way] * amount))).toBe(sum(held));
      }),
    );
  });
};
