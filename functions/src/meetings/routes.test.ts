import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { attendingCases } from './attending.cases.ts';
import { callingCases } from './calling.cases.ts';
import { recordingCases } from './recording.cases.ts';

describe('内存', () => {
  callingCases(() => aService());
  attendingCases(() => aService());
  recordingCases(() => aService());
});
