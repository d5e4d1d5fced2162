import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { fieldworkRouteCases } from './routes.cases.ts';

describe('内存', () => fieldworkRouteCases(() => aService()));
