import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { handlingCases } from './handling.cases.ts';
import { orderingCases } from './ordering.cases.ts';
import { proposingCases } from './proposing.cases.ts';
import { voiceCases } from './voices.cases.ts';

describe('内存', () => {
  proposingCases(() => aService());
  handlingCases(() => aService());
  orderingCases(() => aService());
  voiceCases(() => aService());
});
