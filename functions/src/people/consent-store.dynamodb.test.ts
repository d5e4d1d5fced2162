import { describe } from 'vitest';
import { freshTable } from '../../test/dynamodb.ts';
import { consentStoreCases } from './consent-store.cases.ts';
import { makeDynamoConsentStore } from './consent-store.ts';

describe('DynamoDB', () => consentStoreCases(async () => makeDynamoConsentStore(await freshTable('people'))));
