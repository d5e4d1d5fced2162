import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { makeDynamoActivityStore } from './activity-store.ts';
import { volunteeringCases } from './routes.cases.ts';
import { activityStoreCases } from './stores.cases.ts';

describe('DynamoDB 里的活动', () =>
  activityStoreCases(async () => makeDynamoActivityStore(await freshTable('points'))));
describe('DynamoDB', () => volunteeringCases(aServiceOnDynamodb));
