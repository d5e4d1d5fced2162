import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { createTable, localDynamodbClient, readTables } from '../../local/src/tables.ts';
import { makeTable, type Table } from '../src/dynamo/table.ts';
import type {} from './dynamodb-setup.ts';

const tablesFile = fileURLToPath(new URL('../../resources/tables.yml', import.meta.url));

let known: ReturnType<typeof localDynamodbClient> | undefined;
/** One client for a worker: a client for every table keeps hundreds of connections open, and DynamoDB Local crawls. */
const client = () => {
  known ??= localDynamodbClient(inject('dynamodbEndpoint'));
  return known;
};

/** An empty table of the deployed definition under a name of its own. */
export const freshTable = async (name: 'people' | 'places' | 'tickets' | 'media'): Promise<Table> => {
  const service = `test-${randomBytes(6).toString('hex')}`;
  const definitions = readTables(tablesFile, { service, stage: 'test' });
  const TableName = `${service}-test-${name}`;
  const definition = definitions.find(({ create }) => create.TableName === TableName);
  if (definition === undefined) throw new Error(`resources/tables.yml has no table ${name}`);
  await createTable(client(), definition);
  return makeTable(client(), TableName);
};
