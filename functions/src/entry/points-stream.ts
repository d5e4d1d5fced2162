import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { makePointsFollower } from '../app/points-background.ts';
import { readSecrets } from '../aws/secrets.ts';
import { itemOf } from '../dynamo/image.ts';
import { readEnv } from '../env.ts';
import { log, makeStores, now, weChatOf } from '../runtime.ts';

const env = readEnv();
const secrets = await readSecrets(env);
const stores = makeStores(env);
const follow = makePointsFollower({ stores, wechat: weChatOf(env, secrets, stores), now });

/** Stops at the first record that fails and names it: the stream comes again from there. */
export const handler = async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  for (const { dynamodb } of Records) {
    try {
      await follow({ before: itemOf(dynamodb?.OldImage), after: itemOf(dynamodb?.NewImage) });
    } catch (error) {
      log.error('points stream record failed', { sequenceNumber: dynamodb?.SequenceNumber, cause: error });
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
};
