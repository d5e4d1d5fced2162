import { DescribeTableCommand, type DynamoDBClient, type KeySchemaElement } from '@aws-sdk/client-dynamodb';
import type { Keys, TableKeys } from './arithmetic.ts';

const keysOf = (schema: readonly KeySchemaElement[] = []): Keys => {
  const named = (type: string) => schema.find(({ KeyType }) => KeyType === type)?.AttributeName;
  return { hash: named('HASH') ?? '', sort: named('RANGE') };
};

/** The keys of tables and of their indexes, each table asked for once. */
export const makeDefinitions = (client: DynamoDBClient) => {
  const known = new Map<string, Promise<TableKeys>>();
  const describe = async (TableName: string): Promise<TableKeys> => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    const indexes = (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName = '', KeySchema, Projection }) => ({
      ...keysOf(KeySchema),
      name: IndexName,
      projected: Projection?.ProjectionType === 'ALL' ? ('all' as const) : (Projection?.NonKeyAttributes ?? []),
    }));
    return { ...keysOf(Table?.KeySchema), indexes };
  };
  return (name: string): Promise<TableKeys> => {
    const definition = known.get(name) ?? describe(name);
    known.set(name, definition);
    return definition;
  };
};
