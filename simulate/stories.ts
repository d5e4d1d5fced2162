import { rewards } from './stories/rewards.ts';
import { tickets } from './stories/tickets.ts';
import { timebank } from './stories/timebank.ts';
import { volunteering } from './stories/volunteering.ts';
import { votes } from './stories/votes.ts';

export const stories = { tickets, votes, rewards, volunteering, timebank };
export type StoryName = keyof typeof stories;
export const storyNames = Object.keys(stories) as StoryName[];
