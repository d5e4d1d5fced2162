import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { catalogueCases } from './catalogue.cases.ts';
import { orderCases } from './orders.cases.ts';

describe('DynamoDB', () => {
  catalogueCases(() => aServiceOnDynamodb());
  orderCases(() => aServiceOnDynamodb());
});
