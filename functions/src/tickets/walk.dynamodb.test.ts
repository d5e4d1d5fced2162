import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { walkCases } from './walk.cases.ts';

describe('DynamoDB', () => walkCases(aServiceOnDynamodb, { runs: 6, commands: 30, seed: 20261122 }));
