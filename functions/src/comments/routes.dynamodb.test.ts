import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { commentCases } from './comments.cases.ts';

describe('DynamoDB', () => commentCases(aServiceOnDynamodb));
