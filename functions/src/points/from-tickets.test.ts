import { earningRules } from '@suishoupai/shared/points/earning';
import { expect, test } from 'vitest';
import { makeJourney } from '../../test/journey.ts';
import { aService } from '../../test/service.ts';
import { makeTicketEarnings } from './from-tickets.ts';
import { makeLedger } from './ledger.ts';
import { makeMemoryLedgerStore } from './ledger-store.ts';

const begin = async () => {
  const store = makeMemoryLedgerStore();
  const follow = makeTicketEarnings({ ledger: makeLedger(store), rulesOf: async () => earningRules });
  const on = await makeJourney(await aService());
  const { li } = on.cast;
  const linesOf = async () => {
    const { items } = await store.list({ communityId: 'xfl', unit: 'points', personId: li.personId });
    return items.toSorted((a, b) => a.seq - b.seq).map(({ debit, amount }) => (debit === 'issued' ? amount : -amount));
  };
  /** The stream tells all of a ticket, from its first line on. */
  const told = async (id: Parameters<typeof on.stored>[0]) => follow(await on.stored(id), 0);
  return { on, linesOf, told };
};

test('报的事办结才给分，交上去不给；说多少遍都只给一次', async () => {
  const { on, linesOf, told } = await begin();
  const resolved = await on.resolved();
  await told(resolved.id);
  expect(await linesOf()).toEqual([]);
  await on.take(on.cast.li, 'confirm', resolved);
  await Promise.all([told(resolved.id), told(resolved.id)]);
  await told(resolved.id);
  expect(await linesOf()).toEqual([10]);
});

test('没修好重新办，分收回；再办结再给', async () => {
  const { on, linesOf, told } = await begin();
  const { li, zhang } = on.cast;
  const closed = await on.closed();
  const reopened = await on.take(li, 'reopen', closed);
  await told(closed.id);
  expect(await linesOf()).toEqual([10, -10]);
  const resolved = await on.take(zhang, 'resolve', reopened);
  await on.take(li, 'confirm', resolved);
  await told(closed.id);
  await told(closed.id);
  expect(await linesOf()).toEqual([10, -10, 10]);
});

test('工作人员替人录的，谁也不得分', async () => {
  const { on, linesOf, told } = await begin();
  const entered = await on.enter(on.cast.liu);
  const accepted = await on.take(on.cast.zhang, 'accept', entered);
  const resolved = await on.take(on.cast.zhang, 'resolve', accepted);
  await on.take(on.cast.grid, 'confirm', resolved);
  await told(entered.id);
  expect(await linesOf()).toEqual([]);
});
