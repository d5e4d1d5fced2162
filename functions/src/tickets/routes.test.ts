import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { ticketRouteCases } from './routes.cases.ts';

describe('内存', () => ticketRouteCases(() => aService()));
