import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { inject, onTestFinished } from 'vitest';
import { createTable, localDynamodbClient, readTables } from '../../local/src/tables.ts';
import { makeTable, type Table } from '../src/dynamo/table.ts';
import type {} from './dynamodb-setup.ts';

const tablesFile = fileURLToPath(new URL('../../resources/tables.yml', import.meta.url));
const definitions = readTables(tablesFile, { service: 'test', stage: 'test' });

let known: ReturnType<typeof localDynamodbClient> | undefined;
/** One client for a worker: one for every table keeps hundreds of connections open, and DynamoDB Local crawls. */
const client = () => {
  known ??= localDynamodbClient(inject('dynamodbEndpoint'));
  return known;
};

/** An empty table of the deployed definition under a name of its own. */
export const freshTable = async (name: 'people' | 'places' | 'tickets' | 'deliberations' | 'media'): Promise<Table> => {
  const definition = definitions.find(({ create }) => create.TableName === `test-test-${name}`);
  if (definition === undefined) throw new Error(`resources/tables.yml has no table ${name}`);
  const TableName = `test-${randomBytes(6).toString('hex')}-${name}`;
  await createTable(client(), { ...definition, create: { ...definition.create, TableName } });
  // DynamoDB Local slows with every table it keeps.
  onTestFinished(async () => void (await client().send(new DeleteTableCommand({ TableName }))));
  return makeTable(client(), TableName);
};
