import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { beforeEach, describe, expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import type { AttendanceStore, OnPaper, SignedIn } from './attendance-store.ts';
import { aMeetingId } from './meeting.builder.ts';

const at = '2026-11-20T10:30:00.000Z';
const aSignIn = (overrides: Partial<SignedIn> = {}): SignedIn => ({
  id: anActionId(),
  personId: aPersonId(),
  how: 'code',
  at,
  ...overrides,
});
const aName = (overrides: Partial<OnPaper> = {}): OnPaper => ({
  id: anActionId(),
  how: 'paper',
  at,
  name: '周奶奶',
  household: '3 栋 101',
  witnesses: ['钱一', '孙二'],
  personId: aPersonId(),
  digest: 'first',
  ...overrides,
});

/** What a store of attendance promises, whatever it is made of. */
export const attendanceStoreCases = (makeStore: () => Promise<AttendanceStore>): void => {
  let store: AttendanceStore;
  const id = aMeetingId();
  beforeEach(async () => {
    store = await makeStore();
  });

  test('一个人一条：两部手机同时来，第一条算数', async () => {
    const personId = aPersonId();
    const [code, online] = await Promise.all([
      store.signIn(id, aSignIn({ personId })),
      store.signIn(id, aSignIn({ personId, how: 'online' })),
    ]);
    expect(code).toEqual(online);
    expect(await store.find(id, personId)).toEqual(code);
    expect(await store.find(id, aPersonId())).toBeUndefined();
    expect(await store.find(aMeetingId(), personId)).toBeUndefined();
  });

  test('人数就是条数，按来的方式分；别的会不算', async () => {
    for (const how of ['code', 'code', 'online'] as const) await store.signIn(id, aSignIn({ how }));
    await store.list(id, aName());
    await store.signIn(aMeetingId(), aSignIn());
    await store.takeTry(id, aPersonId(), new Date(at));
    expect(await store.count(id)).toEqual({ onSpot: 2, online: 1, paper: 1 });
  });

  test('一百人同时到，一个不少', async () => {
    await Promise.all(Array.from({ length: 100 }, () => store.signIn(id, aSignIn())));
    expect(await store.count(id)).toEqual({ onSpot: 100, online: 0, paper: 0 });
  });

  test('纸上的名字按编号各一条，先记的在前', async () => {
    const [first, second] = [aName(), aName({ name: '吴爷爷' })];
    await store.list(id, second);
    await store.list(id, first);
    expect(await store.list(id, { ...first, name: '另一个人' })).toEqual(first);
    expect(await store.onPaper(id)).toEqual([first, second]);
    expect(await store.findPaper(id, second.id)).toEqual(second);
    expect(await store.findPaper(id, anActionId())).toBeUndefined();
  });

  describe('试签到码', () => {
    const personId = aPersonId();
    const after = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000);

    test('五分钟里五次，同时试也只有五次；别人不受连累', async () => {
      const taken = await Promise.all(Array.from({ length: 20 }, () => store.takeTry(id, personId, after(0))));
      expect(taken.filter((isTaken) => isTaken)).toHaveLength(meetingLimits.tries);
      expect(await store.takeTry(id, personId, after(4))).toBe(false);
      expect(await store.takeTry(id, aPersonId(), after(4))).toBe(true);
      expect(await store.takeTry(aMeetingId(), personId, after(4))).toBe(true);
    });

    test('从第一次算起满五分钟，又有五次', async () => {
      for (let count = 0; count < meetingLimits.tries; count += 1) await store.takeTry(id, personId, after(count / 2));
      expect(await store.takeTry(id, personId, new Date(after(5).getTime() - 1))).toBe(false);
      const taken = [];
      for (let count = 0; count <= meetingLimits.tries; count += 1)
        taken.push(await store.takeTry(id, personId, after(5)));
      expect(taken).toEqual([true, true, true, true, true, false]);
    });
  });
};
