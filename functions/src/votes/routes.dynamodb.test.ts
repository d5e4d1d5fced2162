import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { castingCases } from './casting.cases.ts';
import { closingCases } from './closing.cases.ts';
import { openingCases } from './opening.cases.ts';
import { paperCases } from './paper.cases.ts';
import { raceCases } from './races.cases.ts';
import { representativeVoteCases } from './representatives.cases.ts';

describe.each([openingCases, castingCases, paperCases, closingCases, raceCases, representativeVoteCases])(
  'DynamoDB',
  (cases) => cases(aServiceOnDynamodb),
);
