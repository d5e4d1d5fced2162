import { afterAll, beforeAll, describe } from 'vitest';
import type { Stage } from './chapter.ts';
import { hallMeeting } from './hall-meeting.ts';
import { hallOutcome } from './hall-outcome.ts';
import { hallProof } from './hall-proof.ts';
import { hallRoll } from './hall-roll.ts';
import { openHall } from './hall-story.ts';
import { hallTopic } from './hall-topic.ts';
import { hallVote } from './hall-vote.ts';

/** 议事厅 from a lift that stops between floors to the stars for its repair: one story of five weeks, told in its order. */
export const hall = (stage: Stage) =>
  describe('议事厅：一部老电梯，从拍照、商量、表决到修好', () => {
    const story = openHall(stage);
    beforeAll(() => story.moveTo(0, 10));
    afterAll(story.leave);

    hallRoll(story);
    hallTopic(story);
    hallMeeting(story);
    hallVote(story);
    hallProof(story);
    hallOutcome(story);
  });
