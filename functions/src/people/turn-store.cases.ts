import { expect, test } from 'vitest';
import { aPersonId } from '../../test/builders.ts';
import { secondsLeft, type Turn, type TurnStore } from './turn-store.ts';

const noon = new Date('2026-11-22T04:00:00.000Z');
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const aTurn = (given: Partial<Turn> = {}): Turn => ({
  who: aPersonId(),
  what: 'comment',
  most: 3,
  windowSeconds: 600,
  ...given,
});

/** What a store of turns promises; run against every implementation. */
export const turnStoreCases = (makeStore: () => Promise<TurnStore>): void => {
  test('一段时间里就这么多次，下一段重新算', async () => {
    const store = await makeStore();
    const turn = aTurn();
    const taken: boolean[] = [];
    for (let time = 0; time < 5; time += 1) taken.push(await store.take(turn, later(time)));
    expect(taken).toEqual([true, true, true, false, false]);
    expect(await store.isLeft(turn, later(599))).toBe(false);
    expect(await store.take(turn, later(600))).toBe(true);
  });

  test('同时来二十次，也只有三次', async () => {
    const store = await makeStore();
    const turn = aTurn();
    const taken = await Promise.all(Array.from({ length: 20 }, () => store.take(turn, noon)));
    expect(taken.filter(Boolean)).toHaveLength(3);
  });

  test('各人、各事分开算；看一眼不算一次', async () => {
    const store = await makeStore();
    const turn = aTurn({ most: 1 });
    for (let look = 0; look < 3; look += 1) expect(await store.isLeft(turn, noon)).toBe(true);
    expect(await store.take(turn, noon)).toBe(true);
    expect(await store.isLeft(turn, noon)).toBe(false);
    expect(await store.take({ ...turn, who: aPersonId() }, noon)).toBe(true);
    expect(await store.take({ ...turn, what: 'upload' }, noon)).toBe(true);
  });

  test('还要等多久，说到这一段结束', () => {
    const turn = aTurn();
    expect([secondsLeft(turn, noon), secondsLeft(turn, later(599.5))]).toEqual([600, 1]);
  });
};
