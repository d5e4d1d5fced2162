import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { makeTicketFollower } from '../app/ticket-background.ts';
import { readSecrets } from '../aws/secrets.ts';
import { itemOf } from '../dynamo/image.ts';
import { readEnv } from '../env.ts';
import { log, makeStores, now, weChatOf } from '../runtime.ts';
import { isCountedLater } from '../tickets/follower.ts';

const env = readEnv();
const stores = makeStores(env);
const follow = makeTicketFollower({
  stores,
  wechat: weChatOf(env, await readSecrets(env), stores),
  templates: env.WECHAT_TEMPLATES,
  now,
});

/** Stops at the first record that fails and names it: the stream comes again from there, and the order of a ticket's steps is kept. */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const changes = Records.map(({ dynamodb }) => ({
    before: itemOf(dynamodb?.OldImage),
    after: itemOf(dynamodb?.NewImage),
  }));
  for (const [at, change] of changes.entries()) {
    if (isCountedLater(changes, at)) continue;
    const dynamodb = Records[at]?.dynamodb;
    try {
      await follow(change);
    } catch (error) {
      log.error('ticket stream record failed', { sequenceNumber: dynamodb?.SequenceNumber, cause: error });
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
};
