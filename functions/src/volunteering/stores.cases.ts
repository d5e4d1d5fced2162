import { volunteeringLimits } from '@suishoupai/shared/volunteering/limits';
import { inOrder, standingIn } from '@suishoupai/shared/volunteering/rules';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import type { ActivityStore } from './activity-store.ts';
import { anActivity } from './volunteering.builder.ts';

const now = '2026-11-18T00:00:00.000Z';

/** What a store of activities promises, whatever it is made of. */
export const activityStoreCases = (makeStore: () => Promise<ActivityStore>): void => {
  let store: ActivityStore;
  beforeEach(async () => {
    store = await makeStore();
  });
  const signUp = (activityId: ReturnType<typeof anActivity>['id'], personId = aPersonId(), id = anActionId()) =>
    store.signUp({ activityId, personId, id, now });

  test('存下的原样取回；改活动不动名单，抢先的算数', async () => {
    const activity = anActivity();
    expect(await store.save(activity)).toBe(true);
    expect(await store.save(activity)).toBe(false);
    await signUp(activity.id);
    const titled = (title: string) => ({ ...activity, version: 2, title });
    const outcomes = await Promise.all([store.save(titled('第一个名称')), store.save(titled('第二个名称'))]);
    expect(outcomes.toSorted()).toEqual([false, true]);
    const stands = await store.find(activity.id);
    expect(stands?.activity.title).toBe(outcomes[0] ? '第一个名称' : '第二个名称');
    expect(Object.keys(stands?.roll.seqs ?? {})).toHaveLength(1);
    expect(await store.find(anActivity().id)).toBeUndefined();
  });

  test('三百人抢二十个名额、十个候补：正好三十个，号码从一到三十，一个不重', async () => {
    const activity = anActivity({ places: 20, waitingPlaces: 10 });
    await store.save(activity);
    const people = Array.from({ length: 300 }, aPersonId);
    const moves = await Promise.all(people.map((personId) => signUp(activity.id, personId)));
    expect(moves.filter(({ isMade }) => isMade)).toHaveLength(30);
    const { roll } = (await store.find(activity.id)) ?? { roll: undefined };
    expect(Object.values(roll?.seqs ?? {}).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    );
    // What each was told when it was made is what stands.
    moves.forEach(({ isMade, stands }, index) => {
      const person = people[index] ?? '';
      const told = standingIn(stands?.roll.seqs ?? {}, 20, person);
      expect(isMade ? told : undefined).toEqual(standingIn(roll?.seqs ?? {}, 20, person));
    });
  });

  test('一个人同时报三次名，只占一个；退掉的那次再到，不算重新报名', async () => {
    const activity = anActivity();
    await store.save(activity);
    const [personId, id] = [aPersonId(), anActionId()];
    const moves = await Promise.all([0, 1, 2].map(() => signUp(activity.id, personId, id)));
    expect(moves.filter(({ isMade }) => isMade)).toHaveLength(1);
    const at = { activityId: activity.id, personId, now };
    expect((await store.withdraw({ ...at, id: anActionId() })).isMade).toBe(false);
    expect((await store.withdraw({ ...at, id })).isMade).toBe(true);
    expect((await store.withdraw({ ...at, id })).isMade).toBe(false);
    expect((await signUp(activity.id, personId, id)).isMade).toBe(false);
    expect((await signUp(activity.id, personId)).isMade).toBe(true);
  });

  test('边退边报：有名额的总是号码最小的那些，从来不超', async () => {
    const activity = anActivity({ places: 5, waitingPlaces: 50 });
    await store.save(activity);
    const first = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const [personId, id] = [aPersonId(), anActionId()];
        await signUp(activity.id, personId, id);
        return { personId, id };
      }),
    );
    await Promise.all([
      ...first.slice(0, 5).map((each) => store.withdraw({ activityId: activity.id, now, ...each })),
      ...Array.from({ length: 20 }, () => signUp(activity.id)),
    ]);
    const { seqs = {} } = (await store.find(activity.id))?.roll ?? {};
    const standing = first.slice(5).map(({ personId }) => personId);
    expect(Object.keys(seqs)).toHaveLength(25);
    expect(new Set(inOrder(seqs).slice(0, 5))).toEqual(new Set(standing));
  });

  test('没发布、结束了、取消了、到点了，都报不上', async () => {
    for (const state of ['planned', 'finished', 'confirmed', 'calledOff'] as const) {
      const activity = anActivity({ state });
      await store.save(activity);
      expect((await signUp(activity.id)).isMade).toBe(false);
    }
    const past = anActivity({ endsAt: now });
    await store.save(past);
    expect((await signUp(past.id)).isMade).toBe(false);
    expect(await signUp(anActivity().id)).toEqual({ isMade: false, stands: undefined });
  });

  test('减名额：都坐得下才减', async () => {
    const activity = anActivity({ places: 3 });
    await store.save(activity);
    await signUp(activity.id);
    await signUp(activity.id);
    expect(await store.save({ ...activity, version: 2, places: 1 }, true)).toBe(false);
    expect(await store.save({ ...activity, version: 2, places: 2 }, true)).toBe(true);
    expect((await signUp(activity.id)).stands?.activity.places).toBe(2);
  });

  describe('单子', () => {
    const at = (day: number) => ({ endsAt: new Date(Date.UTC(2026, 10, day)).toISOString() });

    test('将有的近的在前，过了的近的在前，没发布的另在一处，一页一页不重不漏', async () => {
      const coming = Array.from({ length: volunteeringLimits.pageSize + 2 }, (_, i) => anActivity(at(19 + i)));
      const past = [anActivity(at(2)), anActivity(at(16))];
      const planned = anActivity({ ...at(20), state: 'planned' });
      for (const each of [...coming.toReversed(), ...past, planned]) await store.save(each);
      const list = { communityId: 'xfl', when: 'coming', now } as const;
      const first = await store.list(list);
      const second = await store.list(list, first.next);
      expect([...first.items, ...second.items]).toEqual(coming.map(({ id }) => id));
      expect(second.next).toBeUndefined();
      expect((await store.list({ ...list, when: 'past' })).items).toEqual(past.map(({ id }) => id).toReversed());
      expect((await store.list({ ...list, when: 'planned' })).items).toEqual([planned.id]);
    });
  });
};
