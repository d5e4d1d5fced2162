import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { walkCases } from './walk.cases.ts';
describe.each([11, 12, 13, 14, 15])('soak %i', (seed) => walkCases(() => aService(), { runs: 80, commands: 150, seed }));
