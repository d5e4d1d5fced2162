import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { turnStoreCases } from './turn-store.cases.ts';
import { makeDynamoTurnStore } from './turn-store.ts';

describe('DynamoDB', () => turnStoreCases(async () => makeDynamoTurnStore(await freshTable('people'))));
