import { expect, test } from 'vitest';
import { aPersonId, aTicketId } from '../../test/builders.ts';
import type { JoinerStore } from './joiner-store.ts';

const at = '2026-11-16T02:00:00.000Z';

/** What a store of joiners promises; run against every implementation. */
export const joinerStoreCases = (makeStore: () => Promise<JoinerStore>): void => {
  test('同感两次只算一次，离开以后不算', async () => {
    const store = await makeStore();
    const [id, li, wang] = [aTicketId(), aPersonId(), aPersonId()];
    const joined = [];
    for (const person of [li, li, wang]) joined.push(await store.join(id, person, 'self', at));
    expect(joined).toEqual([true, false, true]);
    expect((await store.of(id)).toSorted()).toEqual([li, wang].toSorted());
    expect([await store.ways(id, li), await store.ways(aTicketId(), li)]).toEqual([['self'], []]);
    await store.leave(id, li, 'self');
    await store.leave(id, li, 'self');
    expect([await store.ways(id, li), await store.of(id)]).toEqual([[], [wang]]);
  });

  test('因合并而来的是哪些人，其中谁自己也点过同感', async () => {
    const store = await makeStore();
    const [id, merged, another] = [aTicketId(), aTicketId(), aTicketId()];
    const [li, wang, zhao] = [aPersonId(), aPersonId(), aPersonId()];
    await store.join(id, li, 'self', at);
    await store.join(id, li, merged, at);
    await store.join(id, wang, merged, at);
    await store.join(id, zhao, another, at);
    expect(await store.of(id)).toHaveLength(3);
    expect((await store.ways(id, li)).toSorted()).toEqual(['self', merged].toSorted());
    const brought = await store.broughtBy(id, merged);
    expect(new Map(brought.map((each) => [each.personId, each.hasOtherWay]))).toEqual(
      new Map([
        [li, true],
        [wang, false],
      ]),
    );
    for (const { personId } of brought) await store.leave(id, personId, merged);
    expect(await store.broughtBy(id, merged)).toEqual([]);
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
    await expect(store.joinedBy(aPersonId(), first.next)).rejects.toThrow('request.invalid');
  });
};
