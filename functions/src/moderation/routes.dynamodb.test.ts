import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { moderationCases } from './moderation.cases.ts';

describe('DynamoDB', () => moderationCases(aServiceOnDynamodb));
