import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactionConflictException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

export type Item = Record<string, unknown>;
export type Key = { pk: string; sk: string };

/** The three expression parts, values still plain JavaScript. */
export type Expression = { names?: Record<string, string>; values?: Record<string, unknown> };

/** A conditional write either applied (with the item after it) or did not (with the item that stood in the way, if any). */
export type Written = { applied: true; item: Item } | { applied: false; existing: Item | undefined };

export type QueryInput = Expression & {
  index?: string | undefined;
  condition: string;
  filter?: string | undefined;
  limit?: number | undefined;
  newestFirst?: boolean | undefined;
  from?: Item | undefined;
  consistent?: boolean | undefined;
};

const plain = (value: unknown) => marshall(value, { removeUndefinedValues: true });
const asMap = (value: Record<string, unknown> | undefined) => (value === undefined ? undefined : plain(value));

type Checked = Expression & { key: Key; condition: string };
/** One part of a transaction: an update, an item that must be as the condition says, or one that is put, `when` the condition holds. */
export type Part =
  | { update: Checked & { update: string } }
  | { check: Checked }
  | { put: Item & Key; when?: Expression & { condition: string } };

/** How often a write is tried against a transaction that holds its item for some milliseconds. */
const maxTries = 3;

/** Turns the one expected failure of a conditional write into a value; everything else stays an error. */
const conditional = async (write: () => Promise<Item>, tries = 1): Promise<Written> => {
  try {
    return { applied: true, item: await write() };
  } catch (error) {
    if (error instanceof TransactionConflictException && tries < maxTries) return conditional(write, tries + 1);
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { applied: false, existing: error.Item === undefined ? undefined : unmarshall(error.Item) };
  }
};

/** What a transaction is cancelled for when somebody else was first. */
const isLost = (code: string) => code === 'ConditionalCheckFailed' || code === 'TransactionConflict';

/** One DynamoDB table in plain JavaScript values. Keys and expressions belong to the stores that use it. */
export const makeTable = (client: DynamoDBClient, TableName: string) => ({
  /** The item by key, read consistently unless told otherwise; undefined when absent. */
  get: async (key: Key, options: { consistent?: boolean } = {}): Promise<Item | undefined> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: plain(key), ConsistentRead: options.consistent ?? true }),
    );
    return Item === undefined ? undefined : unmarshall(Item);
  },

  put: (item: Item & Key, condition?: string, expression: Expression = {}): Promise<Written> =>
    conditional(async () => {
      await client.send(
        new PutItemCommand({
          TableName,
          Item: plain(item),
          ConditionExpression: condition,
          ExpressionAttributeNames: expression.names,
          ExpressionAttributeValues: asMap(expression.values),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return item;
    }),

  update: (key: Key, update: string, condition: string, expression: Expression): Promise<Written> =>
    conditional(async () => {
      const { Attributes } = await client.send(
        new UpdateItemCommand({
          TableName,
          Key: plain(key),
          UpdateExpression: update,
          ConditionExpression: condition,
          ExpressionAttributeNames: expression.names,
          ExpressionAttributeValues: asMap(expression.values),
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return Attributes === undefined ? {} : unmarshall(Attributes);
    }),

  /** All or nothing; false when a condition does not hold, or somebody writes one of the items at the same moment. Two units for each item. */
  transact: async (parts: readonly Part[]): Promise<boolean> => {
    const checked = ({ key, condition, names, values }: Checked) => ({
      TableName,
      Key: plain(key),
      ConditionExpression: condition,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: asMap(values),
    });
    const TransactItems = parts.map((part) => {
      if ('put' in part) {
        const { condition, names, values } = part.when ?? {};
        const Item = plain(part.put);
        return {
          Put: {
            TableName,
            Item,
            ConditionExpression: condition,
            ExpressionAttributeNames: names,
            ExpressionAttributeValues: asMap(values),
          },
        };
      }
      if ('check' in part) return { ConditionCheck: checked(part.check) };
      return { Update: { ...checked(part.update), UpdateExpression: part.update.update } };
    });
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
      return true;
    } catch (error) {
      const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
      const codes = reasons.map(({ Code = 'None' }) => Code).filter((code) => code !== 'None');
      if (codes.length === 0 || !codes.every(isLost)) throw error;
      return false;
    }
  },

  delete: async (key: Key): Promise<void> => {
    await client.send(new DeleteItemCommand({ TableName, Key: plain(key) }));
  },

  /** One page; `next` is the key to go on from, absent after the last page. */
  query: async (input: QueryInput): Promise<{ items: Item[]; next: Item | undefined }> => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: input.index,
        KeyConditionExpression: input.condition,
        FilterExpression: input.filter,
        ExpressionAttributeNames: input.names,
        ExpressionAttributeValues: asMap(input.values),
        Limit: input.limit,
        ScanIndexForward: !(input.newestFirst ?? false),
        ExclusiveStartKey: input.from === undefined ? undefined : plain(input.from),
        ConsistentRead: input.index === undefined ? (input.consistent ?? true) : false,
      }),
    );
    return {
      items: Items.map((item) => unmarshall(item)),
      next: LastEvaluatedKey === undefined ? undefined : unmarshall(LastEvaluatedKey),
    };
  },
});

export type Table = ReturnType<typeof makeTable>;
