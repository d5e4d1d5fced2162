import { describe, expect, test } from 'vitest';
import { aCommunity, aDutyLine } from '../../test/builders.ts';
import { freshTable } from '../../test/dynamodb.ts';
import { dutyStoreCases } from './duty-store.cases.ts';
import { placesStoreCases } from './store.cases.ts';
import { makeDynamoPlacesStore } from './store.ts';

describe('DynamoDB', () => {
  const makeStore = async () => makeDynamoPlacesStore(await freshTable('places'));
  placesStoreCases(makeStore);
  dutyStoreCases(makeStore);

  test('版本出现之前写的那一份清单照样读得出，下一版接着它', async () => {
    const table = await freshTable('places');
    const store = makeDynamoPlacesStore(table);
    await table.put({ pk: 'xfl', sk: 'duty', duty: { version: 2, lines: [aDutyLine()] } });

    expect(await store.newestDuty('xfl')).toMatchObject({ version: 2, lines: [aDutyLine()], negative: [] });
    await store.putDuty('xfl', { version: 3, lines: [], effectiveFrom: '2026-11-16T00:00:00.000Z' });

    expect((await store.dutiesFrom('xfl', '2026-11-15T00:00:00.000Z')).map(({ version }) => version)).toEqual([3, 2]);
    expect((await store.listDuties('xfl')).items.map(({ version }) => version)).toEqual([3, 2]);
  });

  test('街道编号出现之前写的社区照样读得出，没有哪位街道协调员管得到', async () => {
    const table = await freshTable('places');
    const store = makeDynamoPlacesStore(table);
    const { streetId: _, ...old } = aCommunity();
    await table.put({ pk: 'xfl', sk: 'community', community: old });
    await table.put({ pk: 'communities', sk: 'xfl', id: 'xfl', name: old.name, street: old.street });

    expect(await store.findCommunity('xfl')).toMatchObject({ ...old, streetId: 'str_none' });
    expect(await store.list()).toMatchObject([{ id: 'xfl', streetId: 'str_none' }]);
  });
});
