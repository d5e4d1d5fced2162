import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { sharingCases } from './routes.cases.ts';

describe.each(sharingCases)('内存', (cases) => cases(() => aService()));
