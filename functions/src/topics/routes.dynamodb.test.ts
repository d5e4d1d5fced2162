import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { handlingCases } from './handling.cases.ts';
import { orderingCases } from './ordering.cases.ts';
import { proposingCases } from './proposing.cases.ts';
import { voiceCases } from './voices.cases.ts';

describe.each([proposingCases, handlingCases, orderingCases, voiceCases])('DynamoDB', (cases) =>
  cases(aServiceOnDynamodb),
);
