import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { handlingCases } from './routes.cases.ts';

describe('内存', () => handlingCases(() => aService()));
