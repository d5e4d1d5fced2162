import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { invariantCases } from './invariants.cases.ts';
import { makeDynamoLedgerStore } from './ledger-store.ts';

describe('不变量，DynamoDB', { timeout: 120_000 }, () =>
  invariantCases(async () => makeDynamoLedgerStore(await freshTable('points')), aServiceOnDynamodb, 3),
);
