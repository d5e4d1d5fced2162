import {
  CreateTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactGetItemsCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { localDynamodbClient } from '@suishoupai/local/tables';
import { beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type {} from '../../functions/test/dynamodb-setup.ts';
import { meter } from './meter.ts';

const TableName = 'metered';
const endpoint = inject('dynamodbEndpoint');
const look = localDynamodbClient(endpoint);
const client = localDynamodbClient(endpoint);
const counter = meter(client, look);

beforeAll(async () => {
  await look.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'list', AttributeType: 'S' },
      ],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byList',
          KeySchema: [{ AttributeName: 'list', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['card'] },
        },
      ],
    }),
  );
});
beforeEach(() => {
  counter.take();
});

const put = (pk: string, more: object = {}, ConditionExpression?: string) =>
  client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, ...more }, ConditionExpression }));
const big = { body: { S: 'x'.repeat(1500) } };
const taken = () => {
  const { write, read, indexWrite, indexRead, transacted } = counter.take().units;
  return { write: write + indexWrite, read: read + indexRead, transacted };
};

test('单个操作和 DynamoDB Local 一样；条件不成立按那一项的大小收，Local 不说', async () => {
  await put('a', { list: { S: 'l' }, card: { S: '1' }, ...big });
  await client.send(
    new UpdateItemCommand({
      TableName,
      Key: { pk: { S: 'a' } },
      UpdateExpression: 'SET card = :c',
      ExpressionAttributeValues: { ':c': { S: '2' } },
    }),
  );
  await client.send(new GetItemCommand({ TableName, Key: { pk: { S: 'a' } }, ConsistentRead: true }));
  await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'byList',
      KeyConditionExpression: '#l = :l',
      FilterExpression: 'card = :none',
      ExpressionAttributeNames: { '#l': 'list' },
      ExpressionAttributeValues: { ':l': { S: 'l' }, ':none': { S: 'none' } },
    }),
  );
  expect(counter.comparison()).toEqual({ compared: 4, nothingFound: 0, differing: [] });
  expect(taken()).toEqual({ write: 6, read: 1.5, transacted: 0 });
  await expect(put('a', {}, 'attribute_not_exists(pk)')).rejects.toThrow('conditional');
  expect(taken()).toEqual({ write: 2, read: 0, transacted: 0 });
});

test('事务自己算：每项双倍，检查也算，取消了照收；同一令牌再来只收读', async () => {
  const parts = [
    { Put: { TableName, Item: { pk: { S: 'b' } } } },
    { Put: { TableName, Item: { pk: { S: 'c' }, ...big } } },
    { ConditionCheck: { TableName, Key: { pk: { S: 'd' } }, ConditionExpression: 'attribute_not_exists(pk)' } },
  ];
  const told = new TransactWriteItemsCommand({ TransactItems: parts, ClientRequestToken: 'once' });
  await client.send(told);
  expect(taken()).toEqual({ write: 8, read: 0, transacted: 8 });
  await client.send(told);
  expect(taken()).toEqual({ write: 0, read: 6, transacted: 0 });
  await put('d');
  counter.take();
  await expect(client.send(new TransactWriteItemsCommand({ TransactItems: parts }))).rejects.toThrow('cancelled');
  expect(taken()).toEqual({ write: 8, read: 0, transacted: 8 });
  await client.send(
    new TransactGetItemsCommand({
      TransactItems: ['b', 'c'].map((pk) => ({ Get: { TableName, Key: { pk: { S: pk } } } })),
    }),
  );
  expect(taken()).toEqual({ write: 0, read: 4, transacted: 0 });
});

test('流会说的，前后各是什么，也在', async () => {
  await put('e', { card: { S: '1' } });
  await put('e', { card: { S: '2' } });
  expect(counter.take().changes).toEqual([
    { table: TableName, before: undefined, after: { pk: { S: 'e' }, card: { S: '1' } } },
    { table: TableName, before: { pk: { S: 'e' }, card: { S: '1' } }, after: { pk: { S: 'e' }, card: { S: '2' } } },
  ]);
});
