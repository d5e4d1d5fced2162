import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { givingCases } from './giving.cases.ts';

describe('DynamoDB', () => givingCases(aServiceOnDynamodb));
