import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { handlingCases } from './handling.cases.ts';
import { orderingCases } from './ordering.cases.ts';
import { proposingCases } from './proposing.cases.ts';
import { voiceCases } from './voices.cases.ts';

describe('DynamoDB', () => {
  proposingCases(aServiceOnDynamodb);
  handlingCases(aServiceOnDynamodb);
  orderingCases(aServiceOnDynamodb);
  voiceCases(aServiceOnDynamodb);
});
