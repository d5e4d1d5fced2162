import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { correctionCases } from './corrections.cases.ts';
import { earningCases } from './earning.cases.ts';
import { honourCases } from './honours.cases.ts';
import { mutationCases, openBookCases } from './open-book.cases.ts';
import { pointsCases } from './routes.cases.ts';

describe.each([pointsCases, earningCases, correctionCases, honourCases, openBookCases, mutationCases])(
  '内存',
  (cases) => cases(() => aService()),
);
