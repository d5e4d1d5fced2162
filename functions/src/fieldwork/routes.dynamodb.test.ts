import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { fieldworkRouteCases } from './routes.cases.ts';

describe('DynamoDB', () => fieldworkRouteCases(aServiceOnDynamodb));
