import { expect, test } from 'vitest';
import { aPersonId, aTicketId } from '../../test/builders.ts';
import type { JoinerStore } from './joiner-store.ts';

const at = '2026-11-16T02:00:00.000Z';

/** What a store of joiners promises; run against every implementation. */
export const joinerStoreCases = (makeStore: () => Promise<JoinerStore>): void => {
  test('同感两次只算一次，离开以后不算', async () => {
    const store = await makeStore();
    const [id, li, wang] = [aTicketId(), aPersonId(), aPersonId()];
    for (const person of [li, li, wang]) await store.join(id, person, 'self', at);
    expect((await store.of(id)).toSorted()).toEqual([li, wang].toSorted());
    expect([await store.hasJoined(id, li), await store.hasJoined(aTicketId(), li)]).toEqual([true, false]);
    await store.leave(id, li, 'self');
    await store.leave(id, li, 'self');
    expect([await store.hasJoined(id, li), await store.of(id)]).toEqual([false, [wang]]);
  });

  test('拆分只收回因合并而来的，自己点过同感的还在', async () => {
    const store = await makeStore();
    const [id, merged, another] = [aTicketId(), aTicketId(), aTicketId()];
    const [li, wang, zhao] = [aPersonId(), aPersonId(), aPersonId()];
    await store.join(id, li, 'self', at);
    await store.join(id, li, merged, at);
    await store.join(id, wang, merged, at);
    await store.join(id, zhao, another, at);
    expect(await store.of(id)).toHaveLength(3);
    await store.part(id, merged);
    await store.part(id, merged);
    expect((await store.of(id)).toSorted()).toEqual([li, zhao].toSorted());
  });

  test('我同感过的，新的在前，一页页翻得完', async () => {
    const store = await makeStore();
    const li = aPersonId();
    const ids = Array.from({ length: 23 }, () => aTicketId());
    for (const [i, id] of ids.entries()) {
      await store.join(id, li, 'self', new Date(Date.parse(at) + i * 1000).toISOString());
    }
    await store.join(aTicketId(), aPersonId(), 'self', at);
    const first = await store.joinedBy(li);
    expect(first.ids).toEqual(ids.toReversed().slice(0, 20));
    const second = await store.joinedBy(li, first.next);
    expect([second.ids, second.next]).toEqual([ids.toReversed().slice(20), undefined]);
    await expect(store.joinedBy(aPersonId(), first.next)).rejects.toThrow('提交的内容有误');
  });
};
