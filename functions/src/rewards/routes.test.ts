import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { catalogueCases } from './catalogue.cases.ts';
import { orderCases } from './orders.cases.ts';

describe('内存', () => {
  catalogueCases(() => aService());
  orderCases(() => aService());
});
