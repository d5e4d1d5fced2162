import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { correctionCases } from './corrections.cases.ts';
import { earningCases } from './earning.cases.ts';
import { honourCases } from './honours.cases.ts';
import { openBookCases } from './open-book.cases.ts';
import { pointsCases } from './routes.cases.ts';

describe.each([pointsCases, earningCases, correctionCases, honourCases, openBookCases])('DynamoDB', (cases) =>
  cases(aServiceOnDynamodb),
);
