import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { claimCases } from './claims.cases.ts';
import { representativeCases } from './representatives.cases.ts';
import { rollImportCases } from './roll-import.cases.ts';
import { transferCases } from './transfer.cases.ts';

describe.each([rollImportCases, claimCases, transferCases, representativeCases])('DynamoDB', (cases) =>
  cases(aServiceOnDynamodb),
);
