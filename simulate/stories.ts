import { corrections } from './stories/corrections.ts';
import { households } from './stories/households.ts';
import { meetings } from './stories/meetings.ts';
import { objections } from './stories/objections.ts';
import { paper } from './stories/paper.ts';
import { rewards } from './stories/rewards.ts';
import { tickets } from './stories/tickets.ts';
import { timebank } from './stories/timebank.ts';
import { topics } from './stories/topics.ts';
import { volunteering } from './stories/volunteering.ts';
import { votes } from './stories/votes.ts';

export const stories = {
  ...{ tickets, votes, paper, objections, rewards, volunteering, timebank, corrections },
  ...{ meetings, topics, households },
};
export type StoryName = keyof typeof stories;
export const storyNames = Object.keys(stories) as StoryName[];
