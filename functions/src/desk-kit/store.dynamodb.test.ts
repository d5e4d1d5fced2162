import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { activityStoreCases } from './activity-store.cases.ts';
import { makeDynamoActivityStore } from './activity-store.ts';
import { templatesStoreCases } from './templates-store.cases.ts';
import { makeDynamoTemplatesStore } from './templates-store.ts';

describe('常用回复，DynamoDB', () =>
  templatesStoreCases(async () => makeDynamoTemplatesStore(await freshTable('places'))));
describe('经办记录，DynamoDB', () =>
  activityStoreCases(async () => makeDynamoActivityStore(await freshTable('tickets'))));
