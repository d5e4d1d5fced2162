import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { attendingCases } from './attending.cases.ts';
import { callingCases } from './calling.cases.ts';
import { recordingCases } from './recording.cases.ts';

describe.each([callingCases, attendingCases, recordingCases])('内存', (cases) => cases(() => aService()));
