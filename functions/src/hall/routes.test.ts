import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { hallCases } from './hall.cases.ts';

describe('内存', () => hallCases(() => aService()));
