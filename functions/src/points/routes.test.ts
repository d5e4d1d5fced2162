import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { pointsCases } from './routes.cases.ts';

describe('内存', () => pointsCases(() => aService()));
