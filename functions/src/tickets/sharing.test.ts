import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { sharingCases } from './routes.cases.ts';

describe('内存', () => sharingCases(() => aService()));
