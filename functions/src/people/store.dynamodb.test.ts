import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { peopleStoreCases } from './store.cases.ts';
import { makeDynamoPeopleStore } from './store.ts';

describe('DynamoDB', () => peopleStoreCases(async () => makeDynamoPeopleStore(await freshTable('people'))));
