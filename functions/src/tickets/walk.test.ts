import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { walkCases } from './walk.cases.ts';

describe('内存', () => walkCases(() => aService(), { runs: 30, commands: 60, seed: 20261122 }));
