import { BatchWriteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { idTail } from '@suishoupai/shared/ids';
import type { Tables } from '../capacity/tables.ts';
import type { Attributes } from '../meter/size.ts';

/** An item that was written by the service itself, and what of it is another in each copy. */
export type Prototype = {
  table: string;
  pk: string;
  /** The one item of the partition whose sort key ends so. */
  ends: string;
  /** Texts in it that another text takes the place of, wherever they stand. */
  instead: (tail: string, index: number) => readonly (readonly [text: string, by: string])[];
  /** Instants in it that are so many seconds earlier in each further copy. */
  earlier?: readonly string[];
};

const [mostInBatch, atOnce] = [25, 4];
/** Older than any id that the service makes meanwhile. */
const longAgo = Date.parse('2025-01-01T00:00:00.000Z');
const tailOf = (index: number): string => {
  const bytes = Buffer.alloc(10);
  bytes.writeUInt32BE(index, 6);
  return idTail(longAgo + index, bytes);
};

const copyOf = (item: Attributes, { instead, earlier = [] }: Prototype, index: number): Attributes => {
  const text = instead(tailOf(index), index).reduce(
    (told, [from, by]) => told.replaceAll(from, by),
    JSON.stringify(item),
  );
  const copy = JSON.parse(text) as Attributes;
  for (const name of earlier) {
    const at = copy[name]?.S;
    if (at !== undefined) copy[name] = { S: new Date(Date.parse(at) - index * 1000).toISOString() };
  }
  return copy;
};

/** The item itself, while there are few beside it. */
export const originalOf = async ({ look, nameOf }: Tables, { table, pk, ends }: Prototype): Promise<Attributes> => {
  const { Items = [] } = await look.send(
    new QueryCommand({
      TableName: nameOf(table),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
      ConsistentRead: true,
    }),
  );
  const original = Items.find(({ sk }) => sk?.S?.endsWith(ends));
  if (original === undefined) throw new Error(`${pk} ${ends} is not there`);
  return original;
};

type Copies = { prototype: Prototype; original: Attributes; from: number; to: number };

/** Puts copies number `from` to `to` beside an item, in batches that nobody counts. */
export const fill = async (tables: Tables, { prototype, original, from, to }: Copies): Promise<void> => {
  const { look, nameOf } = tables;
  const TableName = nameOf(prototype.table);
  let next = from;
  const writeOn = async (): Promise<void> => {
    while (next < to) {
      const [first, last] = [next, Math.min(next + mostInBatch, to)];
      next = last;
      const requests = Array.from({ length: last - first }, (_, at) => ({
        PutRequest: { Item: copyOf(original, prototype, first + at) },
      }));
      await look.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, writeOn));
};
