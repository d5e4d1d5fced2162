import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { peopleRouteCases } from './routes.cases.ts';

describe('DynamoDB', () => peopleRouteCases(aServiceOnDynamodb));
