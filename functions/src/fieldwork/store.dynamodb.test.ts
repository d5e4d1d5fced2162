import { describe, expect, test } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { aPatrol } from './fieldwork.builder.ts';
import { patrolStoreCases } from './patrol-store.cases.ts';
import { makeDynamoPatrolStore } from './patrol-store.ts';
import { visitStoreCases } from './visit-store.cases.ts';
import { makeDynamoVisitStore } from './visit-store.ts';

describe('巡查，DynamoDB', () => {
  patrolStoreCases(async () => makeDynamoPatrolStore(await freshTable('tickets')));

  test('写到一半断了，同样的清单再交一次就补齐', async () => {
    const table = await freshTable('tickets');
    const patrol = aPatrol();
    let writes = 0;
    const cut: typeof table = {
      ...table,
      put: (...input) => {
        writes += 1;
        return writes === 2 ? Promise.reject(new Error('cut')) : table.put(...input);
      },
    };
    await expect(makeDynamoPatrolStore(cut).make(patrol)).rejects.toThrow('cut');
    const store = makeDynamoPatrolStore(table);
    expect((await store.list({ communityId: 'xfl', day: patrol.day })).items).toEqual([]);
    expect(await store.make(patrol)).toEqual(patrol);
    expect((await store.list({ communityId: 'xfl', day: patrol.day })).items).toEqual([patrol]);
  });
});
describe('走访，DynamoDB', () => visitStoreCases(async () => makeDynamoVisitStore(await freshTable('tickets'))));
