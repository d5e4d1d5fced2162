import {
  type DeleteItemCommandInput,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  type PutItemCommandInput,
  QueryCommand,
  type QueryCommandInput,
  type TransactWriteItem,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { indexesTaken, readUnits, type TableKeys, type Taken, transactWriteUnits, writeUnits } from './arithmetic.ts';
import { type Attributes, sizeOf } from './size.ts';

export type SingleWrite =
  | { name: 'PutItemCommand'; input: PutItemCommandInput }
  | { name: 'UpdateItemCommand'; input: UpdateItemCommandInput }
  | { name: 'DeleteItemCommand'; input: DeleteItemCommandInput };

/** An item that a call writes or checks: where it stands, what is to be put there, if it is known before. */
export type Aim = { table: string; key: Attributes; put?: Attributes; isCheck?: boolean };

const keyIn = (item: Attributes = {}, { hash, sort }: TableKeys): Attributes =>
  Object.fromEntries(Object.entries(item).filter(([name]) => name === hash || name === sort));

export type DefinitionOf = (table: string) => Promise<TableKeys>;

export const aimOf = async (write: SingleWrite, definitionOf: DefinitionOf): Promise<Aim> => {
  const table = write.input.TableName ?? '';
  if (write.name !== 'PutItemCommand') return { table, key: write.input.Key ?? {} };
  const { Item = {} } = write.input;
  return { table, key: keyIn(Item, await definitionOf(table)), put: Item };
};

export const aimsOf = (parts: readonly TransactWriteItem[], definitionOf: DefinitionOf): Promise<Aim[]> =>
  Promise.all(
    parts.map(async ({ Put, Update, Delete, ConditionCheck }) => {
      if (Put !== undefined) {
        const [table, put] = [Put.TableName ?? '', Put.Item ?? {}];
        return { table, key: keyIn(put, await definitionOf(table)), put };
      }
      const part = Update ?? Delete ?? ConditionCheck;
      return { table: part?.TableName ?? '', key: part?.Key ?? {}, isCheck: ConditionCheck !== undefined };
    }),
  );

/** As it stands now, told by a client that nobody counts. */
export const standing = async (look: DynamoDBClient, { table, key }: Aim): Promise<Attributes | undefined> =>
  (await look.send(new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;

/** A write as it was seen: what stood there, what stands there, and whether it was applied. */
export type Seen = { aim: Aim; before: Attributes | undefined; after: Attributes | undefined; isApplied: boolean };

const partitionOf = ({ key }: Aim, { hash }: TableKeys): string => key[hash]?.S ?? '';

export const writeTaken = (
  { aim, before, after, isApplied }: Seen,
  definition: TableKeys,
  isInTransaction: boolean,
): Taken[] => {
  const reckon = isInTransaction ? transactWriteUnits : writeUnits;
  const units = isApplied && aim.isCheck !== true ? reckon(before, after) : reckon(before, aim.put);
  const own: Taken = {
    partition: partitionOf(aim, definition),
    kind: 'write',
    units,
    ...(isInTransaction ? { isInTransaction } : {}),
  };
  return isApplied && aim.isCheck !== true ? [own, ...indexesTaken(definition, before, after)] : [own];
};

export const getTaken = async (
  look: DynamoDBClient,
  { TableName = '', Key = {}, ConsistentRead = false }: GetItemCommandInput,
  definition: TableKeys,
): Promise<Taken> => {
  const aim = { table: TableName, key: Key };
  const item = await standing(look, aim);
  return { partition: partitionOf(aim, definition), kind: 'read', units: readUnits(sizeOf(item), ConsistentRead) };
};

const namedIn = <T>(condition: string, given: Record<string, T> | undefined): Record<string, T> | undefined => {
  const words = new Set(condition.match(/[#:][\w]+/g));
  const named = Object.entries(given ?? {}).filter(([name]) => words.has(name));
  return named.length === 0 ? undefined : Object.fromEntries(named);
};

/** The one value that a query's hash key must have: its condition begins with it, or has it behind another. */
const hashValue = ({ KeyConditionExpression = '', ...input }: QueryCommandInput, hash: string): string => {
  for (const [, name = '', value = ''] of KeyConditionExpression.matchAll(/([#\w]+)\s*=\s*(:\w+)/g)) {
    if ((input.ExpressionAttributeNames?.[name] ?? name) === hash) {
      return input.ExpressionAttributeValues?.[value]?.S ?? '';
    }
  }
  return '';
};

/** Asked once more without what is thrown away after reading. */
export const queryTaken = async (
  look: DynamoDBClient,
  input: QueryCommandInput,
  definition: TableKeys,
): Promise<Taken> => {
  const condition = input.KeyConditionExpression ?? '';
  const { FilterExpression: _, ProjectionExpression: __, Select: ___, ...read } = input;
  const { Items = [] } = await look.send(
    new QueryCommand({
      ...read,
      ExpressionAttributeNames: namedIn(condition, input.ExpressionAttributeNames),
      ExpressionAttributeValues: namedIn(condition, input.ExpressionAttributeValues),
      ReturnConsumedCapacity: 'NONE',
    }),
  );
  const index = definition.indexes.find(({ name }) => name === input.IndexName);
  const bytes = Items.reduce((total, item) => total + sizeOf(item), 0);
  return {
    ...(index === undefined ? {} : { index: index.name }),
    partition: hashValue(input, (index ?? definition).hash),
    kind: 'read',
    units: readUnits(bytes, input.ConsistentRead ?? false),
  };
};
