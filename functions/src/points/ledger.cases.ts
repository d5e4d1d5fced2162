import type { PersonId } from '@suishoupai/shared/ids';
import { ruleAt } from '@suishoupai/shared/points/earning';
import { freeOf } from '@suishoupai/shared/points/holding';
import type { Transfer } from '@suishoupai/shared/points/transfer';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPersonId } from '../../test/builders.ts';
import { makeLedger } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
import { aSpend, aTransfer, aTransferId } from './points.builder.ts';
import { type BookKey, type EntryRecord, entryHash, firstHead } from './record.ts';

const bookOf = (personId: PersonId, unit: BookKey['unit'] = 'points'): BookKey => ({
  communityId: 'xfl',
  unit,
  personId,
});

const entriesOf = async (store: LedgerStore, key: BookKey): Promise<EntryRecord[]> => {
  const all: EntryRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list(key, cursor);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return all.toSorted((a, b) => a.seq - b.seq);
};

/** What moved out of people's books into accounts of nobody, by the entries alone. */
const movedTo = (entries: readonly EntryRecord[], account: string): number =>
  entries.reduce((sum, { phase, debit, credit, amount }) => {
    if (phase !== 'single' && phase !== 'post') return sum;
    return sum + (credit === account ? amount : 0) - (debit === account ? amount : 0);
  }, 0);

/** A book is what its entries say, each bound to the one before. */
const expectSound = async (store: LedgerStore, key: BookKey): Promise<EntryRecord[]> => {
  const [book, entries] = [await store.book(key), await entriesOf(store, key)];
  let [previous, posted, reserved] = [firstHead, 0, 0];
  for (const [index, entry] of entries.entries()) {
    expect([entry.seq, entry.previous, entry.hash]).toEqual([index + 1, previous, entryHash(entry)]);
    const isIn = entry.credit === key.personId;
    if (entry.phase === 'single' || entry.phase === 'post') posted += isIn ? entry.amount : -entry.amount;
    if (!isIn && entry.phase === 'reserve') reserved += entry.amount;
    if (!isIn && entry.ends !== undefined)
      reserved -= entries.find(({ id }) => id === entry.ends)?.amount ?? Number.NaN;
    expect([entry.posted, entry.reserved]).toEqual([posted, reserved]);
    expect(Math.min(posted, reserved, posted - reserved)).toBeGreaterThanOrEqual(0);
    previous = entry.hash;
  }
  expect([book.seq, book.head, book.posted, book.reserved]).toEqual([entries.length, previous, posted, reserved]);
  expect(book.lots.reduce((sum, { left }) => sum + left, 0)).toBe(freeOf(book));
  return entries;
};

/** What the books promise; run on every store. */
export const ledgerCases = (makeStore: () => Promise<LedgerStore>): void => {
  const begin = async () => {
    const store = await makeStore();
    return { store, ...makeLedger(store) };
  };

  test('同一个编号：再来一次什么也不变，内容不同说得出哪里不同，64 个一起来只记一笔', async () => {
    const { store, transfer } = await begin();
    const credit = aPersonId();
    const earned = aTransfer({ credit });
    const results = await Promise.all(Array.from({ length: 64 }, () => transfer(earned)));
    expect(results.filter(({ result }) => result === 'created')).toHaveLength(1);
    expect(results.filter(({ result }) => result === 'exists')).toHaveLength(63);
    expect(await transfer({ ...earned, amount: 11 })).toEqual({ result: 'exists_with_different_amount' });
    expect(await transfer({ ...earned, unit: 'minutes' })).toMatchObject({ result: 'created' });
    expect(await transfer({ ...earned, cause: { kind: 'report', id: 'other' } })).toEqual({
      result: 'exists_with_different_cause',
    });
    expect(await expectSound(store, bookOf(credit))).toHaveLength(1);
  });

  test('一页里先看到后记的，编号出自走慢了的手机也一样', async () => {
    const { store, transfer } = await begin();
    const credit = aPersonId();
    const [slow, right] = [aTransferId(), aTransferId()];
    await transfer(aTransfer({ credit, id: right, amount: 1 }));
    await transfer(aTransfer({ credit, id: slow, amount: 2, at: '2026-11-16T02:00:00.001Z' }));
    const shown = (await store.list(bookOf(credit))).items.map(({ amount }) => amount);
    expect([slow < right, shown]).toEqual([true, [2, 1]]);
  });

  test('不够就拒绝；拒绝过的编号一直是拒绝，后来够了也一样', async () => {
    const { store, transfer } = await begin();
    const credit = aPersonId();
    const spend = aSpend(credit, 5);
    expect(await transfer(spend)).toEqual({ result: 'refused', reason: 'insufficient' });
    await transfer(aTransfer({ credit }));
    expect(await transfer(spend)).toEqual({ result: 'refused', reason: 'insufficient' });
    expect(await transfer({ ...spend, amount: 6 })).toEqual({ result: 'exists_with_different_amount' });
    expect(await transfer(aSpend(credit, 5))).toMatchObject({ result: 'created' });
    expect(await expectSound(store, bookOf(credit))).toHaveLength(2);
  });

  test('先留后付：留着的不能再花，付少了剩下的回来，只能了结一次', async () => {
    const { store, transfer } = await begin();
    const credit = aPersonId();
    await transfer(aTransfer({ credit, amount: 10, until: '2027-12-31' }));
    const held = aSpend(credit, 8, { phase: 'reserve' });
    await transfer(held);
    expect(await transfer(aSpend(credit, 3))).toEqual({ result: 'refused', reason: 'insufficient' });
    const end = (overrides: Partial<Transfer>) => aSpend(credit, 8, { phase: 'post', ends: held.id, ...overrides });
    expect(await transfer(end({ amount: 9 }))).toEqual({ result: 'refused', reason: 'moreThanReserved' });
    const posted = end({ amount: 5 });
    const [first, second] = await Promise.all([transfer(posted), transfer(end({ phase: 'release' }))]);
    const results = [first, second].map((each) => each?.result).toSorted();
    expect(results).toEqual(['created', 'refused']);
    const again = await transfer(posted);
    expect(['exists', 'refused']).toContain(again.result);
    expect(await transfer(aSpend(credit, 1, { phase: 'post', ends: aTransferId() }))).toMatchObject({
      reason: 'notFound',
    });
    const [book] = [await store.book(bookOf(credit)), await expectSound(store, bookOf(credit))];
    expect([book.reserved, book.lots.map(({ until }) => until)]).toEqual([0, ['2027-12-31']]);
  });

  test('记错了用反向的一笔改，只能改一次，改不成负数', async () => {
    const { store, transfer } = await begin();
    const credit = aPersonId();
    const wrong = aTransfer({ credit, amount: 10 });
    await transfer(wrong);
    const back = (amount: number) =>
      aTransfer({ debit: credit, credit: 'issued', amount, undoes: wrong.id, cause: { kind: 'correction', id: 'x' } });
    expect(await transfer(back(11))).toMatchObject({ result: 'refused' });
    const results = await Promise.all([transfer(back(10)), transfer(back(10))]);
    expect(results.map(({ result }) => result).toSorted()).toEqual(['created', 'refused']);
    const entries = await expectSound(store, bookOf(credit));
    expect([entries.length, movedTo(entries, 'issued')]).toEqual([2, 0]);
  });

  test('500 个人同时给同一个人记分，一分不少', async () => {
    const { store, transfer } = await begin();
    const credit = aPersonId();
    const all = Array.from({ length: 500 }, () => aTransfer({ credit, amount: 1 }));
    for (let at = 0; at < all.length; at += 10) await Promise.all(all.slice(at, at + 10).map(transfer));
    expect((await store.book(bookOf(credit))).posted).toBe(500);
  });

  test('按规则给分：一天、一个月有上限，满了就不给；再来一次还是那么多', async () => {
    const { store, earn } = await begin();
    const credit = aPersonId();
    const rule = ruleAt('report', '2026-11-16T02:00:00.000Z') ?? expect.fail('no rule');
    const earning = (at = '2026-11-16T02:00:00.000Z', amount = 12) => {
      const { debit: _, phase: __, unit: ___, ...rest } = aTransfer({ at, amount });
      return { ...rest, credit };
    };
    const all = Array.from({ length: 5 }, () => earning());
    const results = await Promise.all(all.map((each) => earn(each, rule)));
    expect(results.map((each) => ('entry' in each ? each.entry.amount : each.result)).toSorted()).toEqual(
      [12, 12, 6, 'refused', 'refused'].toSorted(),
    );
    const again = await Promise.all(all.map((each) => earn(each, rule)));
    expect(again.filter(({ result }) => result === 'exists')).toHaveLength(3);
    expect(again.filter(({ result }) => result === 'refused')).toHaveLength(2);
    expect(await earn(earning('2026-11-16T16:00:00.000Z'), rule)).toMatchObject({
      result: 'created',
      entry: { amount: 12, until: '2028-12-31' },
    });
    expect((await store.book(bookOf(credit))).posted).toBe(42);
    for (let day = 18; day < 31; day += 1) await earn(earning(`2026-11-${day}T02:00:00.000Z`, 20), rule);
    expect((await store.book(bookOf(credit))).posted).toBe(rule.perMonth);
    expect(await earn(earning('2026-11-30T16:00:00.000Z', 20), rule)).toMatchObject({ entry: { amount: 20 } });
    await expectSound(store, bookOf(credit));
  });

  test('给错了要收回：还剩多少收多少，不会成负数；一次为限，没给过的收不回', async () => {
    const { store, earn, takeBack, transfer } = await begin();
    const credit = aPersonId();
    const rule = ruleAt('report', '2026-11-16T02:00:00.000Z') ?? expect.fail('no rule');
    const { debit: _, phase: __, unit: ___, ...rest } = aTransfer({ amount: 10 });
    const back = (undoes = rest.id) => ({ ...rest, id: aTransferId(), unit: 'points' as const, undoes });
    expect(await takeBack(back(), credit)).toEqual({ result: 'refused', reason: 'notFound' });
    await earn({ ...rest, credit }, rule);
    await transfer(aSpend(credit, 7));
    const first = back();
    const results = await Promise.all([takeBack(first, credit), takeBack(first, credit), takeBack(back(), credit)]);
    expect(results.filter(({ result }) => result === 'created').length).toBe(1);
    expect((await store.book(bookOf(credit))).posted).toBe(0);
    expect((await expectSound(store, bookOf(credit))).map(({ amount }) => amount)).toEqual([10, 7, 3]);
    await earn({ ...rest, id: aTransferId(), credit }, rule);
    expect((await store.book(bookOf(credit))).posted).toBe(10);
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 53, 1_000_001])('金额 %s 不是金额，什么也不写', async (amount) => {
    const { store, transfer } = await begin();
    const credit = aPersonId();
    await expect(transfer(aTransfer({ credit, amount }))).rejects.toThrow();
    expect(await entriesOf(store, bookOf(credit))).toEqual([]);
  });

  test('自己转给自己、账上没有人的，都不是转账', async () => {
    const { transfer } = await begin();
    const someone = aPersonId();
    expect(await transfer(aTransfer({ debit: someone, credit: someone }))).toEqual({
      result: 'accounts_must_be_different',
    });
    expect(await transfer(aTransfer({ credit: 'expired' }))).toEqual({ result: 'nobody_s_books' });
  });

  test('随便怎么转、怎么重来、一起来：每本账都对，人有的等于发出去的，单位不混', async () => {
    const { store, transfer } = await begin();
    const person = fc.nat(2);
    const amount = fc.integer({ min: 1, max: 12 });
    const unit = fc.constantFrom('points' as const, 'minutes' as const);
    const deed = fc.oneof(
      fc.record({ does: fc.constant('earn' as const), person, unit, amount }),
      fc.record({ does: fc.constant('spend' as const), person, unit, amount }),
      fc.record({ does: fc.constant('give' as const), person, other: person, unit, amount }),
      fc.record({ does: fc.constant('reserve' as const), person, unit, amount }),
      fc.record({ does: fc.constantFrom('post' as const, 'release' as const), which: fc.nat(5), amount }),
      fc.record({ does: fc.constant('undo' as const), which: fc.nat(5), amount }),
      fc.record({ does: fc.constant('again' as const), which: fc.nat(30) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 30 }), async (deeds) => {
        const people = [aPersonId(), aPersonId(), aPersonId()] as const;
        const personAt = (which: number) => people[which] ?? people[0];
        const sent: Transfer[] = [];
        const held: Transfer[] = [];
        const toSend = (each: (typeof deeds)[number]): Transfer | undefined => {
          switch (each.does) {
            case 'earn':
              return aTransfer({ credit: personAt(each.person), unit: each.unit, amount: each.amount });
            case 'spend':
            case 'reserve':
              return aSpend(personAt(each.person), each.amount, {
                unit: each.unit,
                phase: each.does === 'reserve' ? 'reserve' : 'single',
              });
            case 'give':
              return aTransfer({
                debit: personAt(each.person),
                credit: personAt(each.other),
                unit: each.unit,
                amount: each.amount,
              });
            case 'post':
            case 'release': {
              const of = held[each.which];
              return of && { ...of, id: aTransferId(), phase: each.does, ends: of.id, amount: each.amount };
            }
            case 'undo': {
              const of = sent.filter(({ phase, undoes }) => phase === 'single' && undoes === undefined)[each.which];
              return (
                of && {
                  ...of,
                  id: aTransferId(),
                  debit: of.credit,
                  credit: of.debit,
                  undoes: of.id,
                  amount: each.amount,
                }
              );
            }
            case 'again':
              return sent[each.which];
            default:
              return each satisfies never;
          }
        };
        for (let at = 0; at < deeds.length; at += 3) {
          const some = deeds
            .slice(at, at + 3)
            .map(toSend)
            .filter((each) => each !== undefined);
          sent.push(...some);
          held.push(...some.filter(({ phase }) => phase === 'reserve'));
          await Promise.all(some.map(transfer));
        }
        for (const each of ['points', 'minutes'] as const) {
          const entries: EntryRecord[] = [];
          let owned = 0;
          for (const one of people) {
            entries.push(...(await expectSound(store, bookOf(one, each))));
            owned += (await store.book(bookOf(one, each))).posted;
          }
          expect(entries.every((entry) => entry.unit === each)).toBe(true);
          expect(owned + movedTo(entries, 'issued') + movedTo(entries, 'redeemed')).toBe(0);
        }
      }),
      { numRuns: runs },
    );
  });
};

const runs = 60;
