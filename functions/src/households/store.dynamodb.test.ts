import { describe, expect, test } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { claimStoreCases } from './claim-store.cases.ts';
import { makeDynamoClaimStore } from './claim-store.ts';
import { anImport, aUnit } from './households.builder.ts';
import { rollStoreCases } from './roll-store.cases.ts';
import { makeDynamoRollStore } from './roll-store.ts';

describe('名册，DynamoDB', () => {
  rollStoreCases(async () => makeDynamoRollStore(await freshTable('deliberations')));

  test('写到一半断了，旧名册照旧；同样的再写一次就补齐', async () => {
    const table = await freshTable('deliberations');
    let writes = 0;
    const cut: typeof table = {
      ...table,
      put: (...input) => {
        writes += 1;
        return writes > 2 ? Promise.reject(new Error('cut')) : table.put(...input);
      },
    };
    const units = Array.from({ length: 200 }, (_, index) => aUnit({ room: String(index + 1) }));
    const { importId, pointer, line } = anImport(1, units);
    await expect(makeDynamoRollStore(cut).putUnits('xfl', importId, units)).rejects.toThrow('cut');
    const store = makeDynamoRollStore(table);
    expect(await store.current('xfl')).toBeUndefined();
    await store.putUnits('xfl', importId, units);
    expect(await store.advance('xfl', pointer, line)).toBe(true);
    expect(await store.units('xfl', importId)).toHaveLength(200);
  });

  test('8000 套的名册：写几百次就够，读几页就完', async () => {
    const table = await freshTable('deliberations');
    const counts = { puts: 0, largest: 0, queries: 0 };
    const counted: typeof table = {
      ...table,
      put: (item, ...rest) => {
        counts.puts += 1;
        counts.largest = Math.max(counts.largest, JSON.stringify(item).length);
        return table.put(item, ...rest);
      },
      query: (input) => {
        counts.queries += 1;
        return table.query(input);
      },
    };
    const store = makeDynamoRollStore(counted);
    const units = Array.from({ length: 8000 }, (_, index) =>
      aUnit({
        building: String((index % 40) + 1),
        room: String(index + 1),
        owners: [
          { name: '欧阳小明', idTail: '1234' },
          { name: '司徒小红', idTail: '567X' },
        ],
      }),
    );
    const { importId, pointer, line } = anImport(1, units);
    await store.putUnits('xfl', importId, units);
    expect(await store.advance('xfl', pointer, line)).toBe(true);
    expect(counts.puts).toBe(160);
    expect(counts.largest).toBeLessThan(16_000);
    expect(await store.units('xfl', importId)).toHaveLength(8000);
    expect(counts.queries).toBeLessThanOrEqual(4);
    console.info(`a roll of 8,000 units: ${counts.puts} puts + 1 transaction of 3; read in ${counts.queries} queries`);
  });
});

describe('认证，DynamoDB', () =>
  claimStoreCases(async () => {
    const table = await freshTable('deliberations');
    return { rolls: makeDynamoRollStore(table), claims: makeDynamoClaimStore(table) };
  }));
