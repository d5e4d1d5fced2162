import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { makeHallFollower } from '../app/hall-background.ts';
import { readSecrets } from '../aws/secrets.ts';
import { itemOf } from '../dynamo/image.ts';
import { readEnv } from '../env.ts';
import { log, makeStores, newEventId, now, weChatOf } from '../runtime.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeStores(env);
const follow = makeHallFollower({
  stores,
  wechat: weChatOf(env, secrets, stores),
  voteKey: secrets.voteKey,
  newEventId,
  now,
});

/** Stops at the first record that fails and names it: the stream comes again from there, and the order of changes is kept. */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  for (const { dynamodb } of Records) {
    try {
      await follow({ before: itemOf(dynamodb?.OldImage), after: itemOf(dynamodb?.NewImage) });
    } catch (error) {
      log.error('hall stream record failed', { sequenceNumber: dynamodb?.SequenceNumber, cause: error });
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
};
