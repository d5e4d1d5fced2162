import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { handlingCases } from './handling.cases.ts';
import { orderingCases } from './ordering.cases.ts';
import { proposingCases } from './proposing.cases.ts';
import { voiceCases } from './voices.cases.ts';

describe.each([proposingCases, handlingCases, orderingCases, voiceCases])('内存', (cases) => cases(() => aService()));
