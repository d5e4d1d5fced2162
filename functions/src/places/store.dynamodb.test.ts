import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { placesStoreCases } from './store.cases.ts';
import { makeDynamoPlacesStore } from './store.ts';

describe('DynamoDB', () => placesStoreCases(async () => makeDynamoPlacesStore(await freshTable('places'))));
