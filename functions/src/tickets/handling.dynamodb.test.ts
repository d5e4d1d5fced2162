import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { handlingCases } from './routes.cases.ts';

describe.each(handlingCases)('DynamoDB', (cases) => cases(aServiceOnDynamodb));
