import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { exchangeCases } from './exchanges.cases.ts';

describe('内存', () => exchangeCases(() => aService()));
