import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { givingCases } from './giving.cases.ts';

describe('内存', () => givingCases(() => aService()));
