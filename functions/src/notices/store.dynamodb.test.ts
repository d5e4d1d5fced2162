import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { noticeStoreCases } from './store.cases.ts';
import { makeDynamoNoticeStore } from './store.ts';

describe('DynamoDB', () => noticeStoreCases(async () => makeDynamoNoticeStore(await freshTable('people'))));
