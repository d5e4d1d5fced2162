import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { catalogueCases } from './catalogue.cases.ts';
import { orderCases } from './orders.cases.ts';

describe.each([catalogueCases, orderCases])('DynamoDB', (cases) => cases(aServiceOnDynamodb));
