import { expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import type { ConsentStore } from './consent-store.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 2, minute));
const [old, current] = ['2026-01-01', '2026-11-22'];

/** What a consent store promises; run against every implementation. */
export const consentStoreCases = (makeStore: () => Promise<ConsentStore>): void => {
  test('没说过就是没同意；同意哪一版就是哪一版', async () => {
    const store = await makeStore();
    const person = aPersonId();
    expect(await store.isGiven(person, current)).toBe(false);
    await store.give(person, old, at(1));
    expect(await store.isGiven(person, old)).toBe(true);
    expect(await store.isGiven(person, current)).toBe(false);
    expect(await store.isGiven(aPersonId(), old)).toBe(false);
  });

  test('同意几次只记一次；撤回、再同意，每一笔都在', async () => {
    const store = await makeStore();
    const person = aPersonId();
    await store.give(person, old, at(1));
    for (const minute of [2, 3]) await store.give(person, current, at(minute));
    await store.withdraw(person, anActionId(), at(4));
    expect([await store.isGiven(person, old), await store.isGiven(person, current)]).toEqual([false, false]);
    await store.give(person, current, at(5));
    expect(await store.isGiven(person, current)).toBe(true);
    const lines = await store.list(person);
    expect(lines.map(({ version, what }) => `${version} ${what}`)).toEqual([
      `${current} given`,
      `${current} withdrawn`,
      `${old} withdrawn`,
      `${current} given`,
      `${old} given`,
    ]);
    expect(lines[0]?.at).toBe(at(5).toISOString());
  });

  test('同一次撤回又到一遍，不动后来的同意', async () => {
    const store = await makeStore();
    const person = aPersonId();
    const withdrawal = anActionId();
    await store.give(person, current, at(1));
    await store.withdraw(person, withdrawal, at(2));
    await store.give(person, current, at(3));
    await store.withdraw(person, withdrawal, at(4));
    expect(await store.isGiven(person, current)).toBe(true);
    expect(await store.list(person)).toHaveLength(3);
  });
};
