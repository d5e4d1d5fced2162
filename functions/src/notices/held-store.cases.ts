import { expect, test } from 'vitest';
import { aPersonId, tail } from '../../test/builders.ts';
import type { Held, HeldStore, Message } from './held-store.ts';

/** Far ahead: what has expired by the machine's clock, DynamoDB forgets. */
const morning = '2099-11-16T23:00:00.000Z';
const at = (iso: string) => new Date(iso);

export const aMessage = (overrides: Partial<Message> = {}): Message => ({
  personId: aPersonId(),
  noticeId: `2026-11-16T15:00:00.000Z#evt_${tail()}#ticketProgress`,
  template: 'ticketProgress',
  page: 'pages/ticket/index',
  data: { thing1: { value: '路灯不亮' } },
  ...overrides,
});

const all = async (store: HeldStore, now: Date): Promise<Held[]> => {
  const found: Held[] = [];
  for (const shard of store.due(now)) for await (const held of shard) found.push(held);
  return found;
};

/** What a store of held messages promises; run against every implementation. */
export const heldStoreCases = (makeStore: () => Promise<HeldStore>): void => {
  test('到点才交出来，一字不差；同一条留两遍还是一条', async () => {
    const store = await makeStore();
    const message = aMessage();
    await Promise.all([store.hold(message, morning), store.hold(message, morning)]);
    expect(await all(store, at('2099-11-16T22:59:59.999Z'))).toEqual([]);
    expect((await all(store, at(morning))).map((held) => held.message)).toEqual([message]);
  });

  test('拿走了就没有了，再拿一次也不出错', async () => {
    const store = await makeStore();
    await store.hold(aMessage(), morning);
    const [held] = await all(store, at(morning));
    if (held === undefined) throw new Error('nothing is held');
    await store.drop(held);
    await store.drop(held);
    expect(await all(store, at(morning))).toEqual([]);
  });

  test('一夜留下很多条，一条不少，一边取一边拿走也不漏', async () => {
    const store = await makeStore();
    const messages = Array.from({ length: 130 }, () => aMessage());
    for (const message of messages) await store.hold(message, morning);
    const seen: string[] = [];
    for (const shard of store.due(at(morning))) {
      for await (const held of shard) {
        seen.push(held.message.noticeId);
        await store.drop(held);
      }
    }
    expect(seen.toSorted()).toEqual(messages.map(({ noticeId }) => noticeId).toSorted());
    expect(await all(store, at(morning))).toEqual([]);
  });
};
