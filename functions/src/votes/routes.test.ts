import { describe } from 'vitest';
import { aService } from '../../test/service.ts';
import { announcingCases } from './announcing.cases.ts';
import { castingCases } from './casting.cases.ts';
import { closingCases } from './closing.cases.ts';
import { openingCases } from './opening.cases.ts';
import { paperCases } from './paper.cases.ts';
import { raceCases } from './races.cases.ts';
import { representativeVoteCases } from './representatives.cases.ts';

describe.each([
  announcingCases,
  openingCases,
  castingCases,
  paperCases,
  closingCases,
  raceCases,
  representativeVoteCases,
])('内存', (cases) => cases(() => aService()));
