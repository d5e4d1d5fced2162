import { afterAll, beforeAll, describe } from 'vitest';
import type { Stage } from './chapter.ts';
import { formsAppeal } from './forms-appeal.ts';
import { formsBallots } from './forms-ballots.ts';
import { formsBudget } from './forms-budget.ts';
import { formsRepresentatives } from './forms-representatives.ts';
import { formsSealed } from './forms-sealed.ts';
import { type Asked, announceAll } from './forms-setting.ts';
import { openHall } from './hall-story.ts';

/** 议事厅 by its less trodden ways; the roll of owners and those bound to it are there from the story before. */
export const forms = (stage: Stage) =>
  describe('议事厅：居民代表、申诉、分预算、排先后、打分、选几项、过户、延期、开票', () => {
    const story = openHall(stage);
    beforeAll(() => story.moveTo(0, 9));
    afterAll(story.leave);
    formsRepresentatives.registered(story);

    describe('几次表决同时进行', () => {
      let votes: Record<Asked, string>;
      const pageOf = (name: Asked) => `hall/vote/index?id=${votes[name]}`;
      beforeAll(async () => {
        votes = await announceAll(stage.product());
      });

      formsBudget.announced(story);
      formsAppeal(story);
      formsBudget.cast(story);
      formsBallots(story, pageOf);
      formsRepresentatives.cast(story, () => pageOf('representatives'));
      formsSealed(story, () => votes.sealed);
    });
  });
