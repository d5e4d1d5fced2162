import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { heldStoreCases } from './held-store.cases.ts';
import { makeDynamoHeldStore } from './held-store.ts';

describe('DynamoDB', () => heldStoreCases(async () => makeDynamoHeldStore(await freshTable('people'))));
