import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { catalogueCases } from './catalogue.cases.ts';
import { orderCases } from './orders.cases.ts';

describe.each([catalogueCases, orderCases])('内存', (cases) => cases(() => aService()));
