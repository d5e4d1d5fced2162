import { describe } from 'vitest';
import { aServiceOnDynamodb } from '../../test/dynamodb-service.ts';
import { attendingCases } from './attending.cases.ts';
import { callingCases } from './calling.cases.ts';
import { recordingCases } from './recording.cases.ts';

describe.each([callingCases, attendingCases, recordingCases])('DynamoDB', (cases) => cases(aServiceOnDynamodb));
