import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { BatchWriteItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { inject, onTestFinished } from 'vitest';
import { createTable, localDynamodbClient, readTables } from '../../local/src/tables.ts';
import { makeTable, type Table } from '../src/dynamo/table.ts';
import type {} from './dynamodb-setup.ts';

type Name = 'people' | 'places' | 'tickets' | 'deliberations' | 'points' | 'media';

const tablesFile = fileURLToPath(new URL('../../resources/tables.yml', import.meta.url));
const definitions = readTables(tablesFile, { service: 'test', stage: 'test' });

let known: ReturnType<typeof localDynamodbClient> | undefined;
/** One client for a worker: one for every table keeps hundreds of connections open, and DynamoDB Local crawls. */
const client = () => {
  known ??= localDynamodbClient(inject('dynamodbEndpoint'));
  return known;
};

const create = async (name: Name): Promise<string> => {
  const definition = definitions.find((each) => each.create.TableName === `test-test-${name}`);
  if (definition === undefined) throw new Error(`resources/tables.yml has no table ${name}`);
  const TableName = `test-${randomBytes(6).toString('hex')}-${name}`;
  // Nobody reads the streams here: what follows from a write follows in line.
  const { StreamSpecification: _, ...create } = definition.create;
  await createTable(client(), { ...definition, create: { ...create, TableName } });
  return TableName;
};

const mostInBatch = 25;

const wipe = async (TableName: string): Promise<void> => {
  for (let from: Record<string, never> | undefined; ; ) {
    const page = await client().send(
      new ScanCommand({ TableName, ProjectionExpression: 'pk, sk', ConsistentRead: true, ExclusiveStartKey: from }),
    );
    const keys = page.Items ?? [];
    for (let at = 0; at < keys.length; at += mostInBatch) {
      const requests = keys.slice(at, at + mostInBatch).map((Key) => ({ DeleteRequest: { Key } }));
      await client().send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
    }
    if (page.LastEvaluatedKey === undefined) return;
    from = page.LastEvaluatedKey as Record<string, never>;
  }
};

/** Emptied and used again: DynamoDB Local slows with every table it ever made, gone or not. */
const free = new Map<Name, string[]>();

/** An empty table of the deployed definition that no other test uses until this one is over. */
export const freshTable = async (name: Name): Promise<Table> => {
  const TableName = free.get(name)?.pop() ?? (await create(name));
  onTestFinished(async () => {
    await wipe(TableName);
    free.set(name, [...(free.get(name) ?? []), TableName]);
  });
  return makeTable(client(), TableName);
};
