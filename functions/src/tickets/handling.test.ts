import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { handlingCases } from './routes.cases.ts';

describe.each(handlingCases)('内存', (cases) => cases(() => aService()));
