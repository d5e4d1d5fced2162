import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { pointsCases } from './routes.cases.ts';

describe('DynamoDB', () => pointsCases(aServiceOnDynamodb));
