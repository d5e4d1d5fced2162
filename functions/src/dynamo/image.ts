import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Item } from './table.ts';

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
type Value = Partial<Record<string, unknown>>;

const isValue = (value: unknown): value is Value => typeof value === 'object' && value !== null;

/** The local reader of streams leaves out the type of an empty map; such a record would be refused again and again. */
const typed = (value: unknown): unknown => {
  if (!isValue(value)) return value;
  if (Object.keys(value).length === 0) return { M: {} };
  const { M: map, L: list } = value;
  if (isValue(map)) return { M: Object.fromEntries(Object.entries(map).map(([name, each]) => [name, typed(each)])) };
  return Array.isArray(list) ? { L: list.map(typed) } : value;
};

/** An item as a stream record holds it; undefined where the record has none. */
export const itemOf = (image: Image): Item | undefined =>
  image === undefined
    ? undefined
    : unmarshall(
        Object.fromEntries(Object.entries(image).map(([name, value]) => [name, typed(value)])) as Record<
          string,
          AttributeValue
        >,
      );
