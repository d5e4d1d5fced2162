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

type Cases = (makeService: () => Promise<Service>) => void;

/**
 * What tickets do through the front door, in two halves so that two workers share them; run against every implementation of the stores,
 * each in a `describe` of its own: in one, what each sets up would be set up before every test of all.
 */
export const handlingCases: readonly Cases[] = [reportCases, loopCases, jointCases, clockCases];
export const sharingCases: readonly Cases[] = [
  joinCases,
  mergeCases,
  channelCases,
  deskCases,
  privacyCases,
  changeCases,
  consequenceCases,
];
