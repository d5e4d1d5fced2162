import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Item } from './table.ts';

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];

/** An item as a stream record holds it; undefined where the record has none. */
export const itemOf = (image: Image): Item | undefined =>
  image === undefined ? undefined : unmarshall(image as Record<string, AttributeValue>);
