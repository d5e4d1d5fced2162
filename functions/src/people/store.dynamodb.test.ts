import { describe, expect, test } from 'vitest';
import { anActionId, aPersonId } from '../../test/builders.ts';
import { freshTable } from '../../test/dynamodb.ts';
import { peopleStoreCases } from './store.cases.ts';
import { makeDynamoPeopleStore } from './store.ts';

const now = new Date('2026-11-16T02:00:00.000Z');
const until = '2026-11-17T02:00:00.000Z';

describe('DynamoDB', () => {
  peopleStoreCases(async () => makeDynamoPeopleStore(await freshTable('people')));

  test('说了离岗，写到一半断了，再说一遍坐席也标上；都标上了的，不再写', async () => {
    const table = await freshTable('people');
    const store = makeDynamoPeopleStore(table);
    const { id } = await store.admit('openid-a', aPersonId(), now);
    await store.grant(id, { role: 'departmentStaff', communityId: 'xfl', departmentId: 'dep_wuye', label: '幸福物业' });
    const written: string[] = [];
    const watched = (isCut: boolean): typeof table => ({
      ...table,
      update: async (key, ...input) => {
        if (isCut && key.pk !== id) throw new Error('cut');
        const result = await table.update(key, ...input);
        if (result.applied) written.push(key.pk);
        return result;
      },
    });
    const away = { by: anActionId(), until };
    await expect(makeDynamoPeopleStore(watched(true)).setAway(id, away)).rejects.toThrow('cut');
    expect((await store.seats('xfl', 'dep_wuye'))[0]?.awayUntil).toBeUndefined();
    for (let times = 0; times < 2; times += 1) await makeDynamoPeopleStore(watched(false)).setAway(id, away);
    expect(await store.seats('xfl', 'dep_wuye')).toMatchObject([{ awayUntil: until }]);
    expect(written).toEqual([id, 'desk#xfl#dep_wuye']);
  });
});
