import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
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

/** Turns the one expected failure of a conditional write into a value; everything else stays an error. */
const conditional = async (write: () => Promise<Item>): Promise<Written> => {
  try {
    return { applied: true, item: await write() };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { applied: false, existing: error.Item === undefined ? undefined : unmarshall(error.Item) };
  }
};

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
