import type { Service } from '../../test/service.ts';
import { changeCases } from './change.cases.ts';
import { channelCases } from './channels.cases.ts';
import { clockCases } from './clocks.cases.ts';
import { consequenceCases } from './consequences.cases.ts';
import { deskCases } from './desk.cases.ts';
import { joinCases } from './joins.cases.ts';
import { jointCases } from './joint.cases.ts';
import { loopCases } from './loop.cases.ts';
import { mergeCases } from './merges.cases.ts';
import { privacyCases } from './privacy.cases.ts';
import { reportCases } from './report.cases.ts';

type MakeService = () => Promise<Service>;

/** What tickets do through the front door, in two halves so that two workers share them; run against every implementation of the stores. */
export const handlingCases = (makeService: MakeService): void => {
  reportCases(makeService);
  loopCases(makeService);
  jointCases(makeService);
  clockCases(makeService);
};

export const sharingCases = (makeService: MakeService): void => {
  joinCases(makeService);
  mergeCases(makeService);
  channelCases(makeService);
  deskCases(makeService);
  privacyCases(makeService);
  changeCases(makeService);
  consequenceCases(makeService);
};
