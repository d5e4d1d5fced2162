import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outbox } from './outbox.ts';
import { aConfirm, aWorld, li, type Network, unsentPhoto, wang } from './world.builder.ts';

type Act =
  | { act: 'add'; lane: number; hasPhoto: boolean; isRefused: boolean }
  | { act: 'network'; network: Network }
  | { act: 'flush' }
  | { act: 'person'; who: 'li' | 'wang' }
  /** The program ends after so many more effects, each a write to the phone or a step on the wire, and is started again. */
  | { act: 'kill'; after: number };

const anAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('add' as const),
      lane: fc.nat(2),
      hasPhoto: fc.boolean(),
      isRefused: fc.nat(5).map((n) => n === 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('network' as const),
      network: fc.constantFrom<Network>('up', 'off', 'requestLost', 'answerLost'),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ act: 'flush' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('person' as const), who: fc.constantFrom('li' as const, 'wang' as const) }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('kill' as const), after: fc.nat(9) }) },
);

/** Everything that can still happen has happened, or the program is dead and nothing will. */
const settle = async () => {
  for (let turn = 0; turn < 400; turn += 1) await Promise.resolve();
};

const play = async (acts: readonly Act[]) => {
  const { world, start, keysArrived } = aWorld();
  let phone = start();
  /** What the phone has said is kept, by key: whose, and about what. */
  const promised = new Map<string, { by: typeof world.me; lane: string; isRefused: boolean }>();
  const shownOf = (outbox: Outbox) => new Set(outbox.items().map(({ key }) => key));

  const lost = () => {
    const before = world.me;
    const shown = [li, wang].flatMap((person) => {
      world.me = person;
      return [...shownOf(phone.outbox)];
    });
    world.me = before;
    return [...promised.keys()].filter((key) => !keysArrived().includes(key) && !shown.includes(key));
  };

  for (const act of acts) {
    switch (act.act) {
      case 'add': {
        const given = aConfirm({ lane: act.lane, photos: act.hasPhoto ? [unsentPhoto()] : [] });
        const { by, life } = { by: world.me, life: phone };
        if (act.isRefused) world.refusals.set(given.body.id, 'department.unknown');
        void life.outbox.send('confirm', given, () => {
          if (!life.isOver()) promised.set(given.body.id, { by, lane: given.lane, isRefused: act.isRefused });
        });
        break;
      }
      case 'network':
        world.network = act.network;
        break;
      case 'flush':
        void phone.outbox.flush();
        break;
      case 'person':
        world.me = act.who === 'li' ? li : wang;
        phone.outbox.personChanged();
        break;
      case 'kill':
        world.effectsLeft = act.after;
        void phone.outbox.flush();
        await settle();
        phone.kill();
        phone = start();
        break;
    }
    if (act.act !== 'kill') await settle();
    expect(lost()).toEqual([]);
  }

  world.network = 'up';
  for (const person of [li, wang]) {
    world.me = person;
    phone.outbox.personChanged();
    void phone.outbox.flush();
    await settle();
  }
  return { world, phone, promised, keysArrived };
};

test('不论网络怎么断、程序在哪一刻关掉、换谁登录：存下的每一份都恰好送到一次，或还看得见', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { maxLength: 14 }), async (acts) => {
      const { world, phone, promised, keysArrived } = await play(acts);
      const arrived = keysArrived();
      expect(new Set(arrived).size).toBe(arrived.length);
      for (const [key, { by, isRefused }] of promised) {
        world.me = by;
        const item = phone.outbox.items().find((each) => each.key === key);
        expect([key, arrived.includes(key), item?.state]).toEqual([key, !isRefused, isRefused ? 'refused' : undefined]);
      }
      // Sent under the name of whoever made it, its photos before it.
      for (const { by, entry } of world.arrived) {
        expect(by).toBe(entry.personId);
        expect(entry.photos.every(({ state }) => state === 'ready')).toBe(true);
      }
      // In the order in which they were made, for each ticket and person.
      const made = [...promised.keys()];
      for (const lane of new Set([...promised.values()].map((each) => each.lane)))
        for (const person of [li, wang]) {
          const order = world.arrived
            .filter(({ entry }) => entry.lane === lane && entry.personId === person)
            .map(({ key }) => made.indexOf(key))
            .filter((index) => index >= 0);
          expect(order).toEqual([...order].sort((one, other) => one - other));
        }
    }),
    { numRuns: 300, seed: 20_261_122 },
  );
});
