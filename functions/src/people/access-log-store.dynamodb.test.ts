import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { accessLogCases } from './access-log-store.cases.ts';
import { makeDynamoAccessLog } from './access-log-store.ts';

describe('DynamoDB', () => accessLogCases(async () => makeDynamoAccessLog(await freshTable('people'))));
