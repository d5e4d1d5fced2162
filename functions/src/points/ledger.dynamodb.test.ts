import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { ledgerCases } from './ledger.cases.ts';
import { makeDynamoLedgerStore } from './ledger-store.ts';

describe('账本，DynamoDB', () => ledgerCases(async () => makeDynamoLedgerStore(await freshTable('points'))));
