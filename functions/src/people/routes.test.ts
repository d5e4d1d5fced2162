import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { peopleRouteCases } from './routes.cases.ts';

describe('内存', () => peopleRouteCases(() => aService()));
