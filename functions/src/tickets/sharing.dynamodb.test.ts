import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { sharingCases } from './routes.cases.ts';

describe.each(sharingCases)('DynamoDB', (cases) => cases(aServiceOnDynamodb));
