import { fileURLToPath } from 'node:url';
import { DescribeTableCommand, DescribeTimeToLiveCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { expect, inject, test } from 'vitest';
import { freshTable } from '../../functions/test/dynamodb.ts';
import { createMissingTables, localDynamodbClient, readTables } from './tables.ts';

const tablesFile = fileURLToPath(new URL('../../resources/tables.yml', import.meta.url));
const client = () => localDynamodbClient(inject('dynamodbEndpoint'));

test('every deployed table is created with its stream, indexes and expiry; a second start creates none', async () => {
  const definitions = readTables(tablesFile, { service: 'again', stage: 'test' });

  const first = await createMissingTables(client(), definitions);
  const second = await createMissingTables(client(), definitions);

  const { TableNames = [] } = await client().send(new ListTablesCommand({}));
  const described = await Promise.all(
    first.map(async (TableName) => {
      const { Table } = await client().send(new DescribeTableCommand({ TableName }));
      const { TimeToLiveDescription: ttl } = await client().send(new DescribeTimeToLiveCommand({ TableName }));
      return { stream: Table?.StreamSpecification, ttl: ttl?.AttributeName, indexes: Table?.GlobalSecondaryIndexes };
    }),
  );
  expect(first).toHaveLength(definitions.length);
  expect(second).toEqual([]);
  expect(TableNames).toEqual(expect.arrayContaining(first));
  expect(described.map(({ stream, ttl }) => ({ stream, ttl }))).toEqual(
    definitions.map(({ create, ttlAttribute }) => ({ stream: create.StreamSpecification, ttl: ttlAttribute })),
  );
});

test('a fresh table is empty, takes a conditional write once, and is not another one’s table', async () => {
  const [one, other] = await Promise.all([freshTable('places'), freshTable('places')]);
  const item = { pk: 'a', sk: 'b', n: 1 };

  const first = await one.put(item, 'attribute_not_exists(pk)');
  const second = await one.put({ ...item, n: 2 }, 'attribute_not_exists(pk)');

  expect([first.applied, second.applied]).toEqual([true, false]);
  expect(await other.get({ pk: 'a', sk: 'b' })).toBeUndefined();
});
