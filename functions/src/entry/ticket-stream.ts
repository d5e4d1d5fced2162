import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { log, makeStores, now, weChatOf } from '../runtime.ts';
import { makeConsequences } from '../tickets/consequences.ts';
import { Ticket } from '../tickets/store.ts';

const env = readEnv();
const stores = makeStores(env);
const follow = makeConsequences({
  ...stores,
  wechat: weChatOf(env, await readSecrets(env), stores),
  templates: env.WECHAT_TEMPLATES,
  now,
});

type Image = NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
const ticketOf = (image: Image): Ticket | undefined =>
  image === undefined ? undefined : z.parse(Ticket, unmarshall(image as Record<string, AttributeValue>));

/** Stops at the first record that fails and names it: the stream comes again from there, and the order of a ticket's steps is kept. */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  for (const { dynamodb } of Records) {
    try {
      const ticket = ticketOf(dynamodb?.NewImage);
      if (ticket !== undefined) await follow(ticket, ticketOf(dynamodb?.OldImage)?.events.length ?? 0);
    } catch (error) {
      log.error('ticket stream record failed', { sequenceNumber: dynamodb?.SequenceNumber, cause: error });
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
};
