import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { mediaStoreCases } from './store.cases.ts';
import { makeDynamoMediaStore } from './store.ts';

describe('DynamoDB 里的照片记录', () => mediaStoreCases(async () => makeDynamoMediaStore(await freshTable('media'))));
