import { fileURLToPath } from 'node:url';
import { makeTable } from '@suishoupai/functions/dynamo/table';
import { makeDynamoStores } from '@suishoupai/functions/stores';
import { startDynamodb } from '@suishoupai/local/dynamodb';
import { createMissingTables, localDynamodbClient, readTables } from '@suishoupai/local/tables';
import { meter } from '../meter/meter.ts';

const tablesFile = fileURLToPath(new URL('../../resources/tables.yml', import.meta.url));

/** The tables as they are deployed, on DynamoDB Local in memory, behind a client that counts; `look` is one that does not. */
export const startTables = async () => {
  const dynamodb = await startDynamodb();
  const look = localDynamodbClient(dynamodb.endpoint);
  const client = localDynamodbClient(dynamodb.endpoint);
  await createMissingTables(look, readTables(tablesFile, { service: 'bench', stage: 'bench' }));
  const nameOf = (name: string) => `bench-bench-${name}`;
  const table = (name: string) => makeTable(client, nameOf(name));
  const stores = makeDynamoStores({
    people: table('people'),
    places: table('places'),
    tickets: table('tickets'),
    deliberations: table('deliberations'),
    points: table('points'),
    media: table('media'),
  });
  return {
    stores,
    look,
    nameOf,
    endpoint: dynamodb.endpoint,
    counter: meter(client, look),
    stop: () => dynamodb.stop(),
  };
};

export type Tables = Awaited<ReturnType<typeof startTables>>;
