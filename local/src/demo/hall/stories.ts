import type { HallStory } from './act.ts';
import { budgetStory, councillorsStory, refusedVoteStory, withdrawnVoteStory } from './stories/ballots.ts';
import { carportStory } from './stories/carport.ts';
import { charterStory } from './stories/charter.ts';
import { lightsStory } from './stories/lights.ts';
import { eveningStory, mediationStory, stormStory } from './stories/meetings.ts';
import { neighbourStory } from './stories/neighbours.ts';
import { noticeboardStory } from './stories/noticeboard.ts';
import { parkingStory } from './stories/parking.ts';
import { propertyStory } from './stories/property.ts';
import { proposalStories } from './stories/proposals.ts';
import { roofStory } from './stories/roof.ts';

/** What has happened in the hall of 幸福里 by now. */
export const hallStories: readonly HallStory[] = [
  neighbourStory,
  carportStory,
  mediationStory,
  propertyStory,
  roofStory,
  parkingStory,
  lightsStory,
  noticeboardStory,
  ...proposalStories,
  charterStory,
  budgetStory,
  councillorsStory,
  refusedVoteStory,
  withdrawnVoteStory,
  eveningStory,
  stormStory,
];
