import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { exchangeCases } from './exchanges.cases.ts';

describe('DynamoDB', () => exchangeCases(aServiceOnDynamodb));
