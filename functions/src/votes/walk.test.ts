import { aService } from '../../test/service.ts';
import { walkCases } from './walk.cases.ts';

walkCases(() => aService(), 25);
