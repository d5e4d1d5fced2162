import { corrections } from './stories/corrections.ts';
import { meetings } from './stories/meetings.ts';
import { rewards } from './stories/rewards.ts';
import { tickets } from './stories/tickets.ts';
import { timebank } from './stories/timebank.ts';
import { volunteering } from './stories/volunteering.ts';
import { votes } from './stories/votes.ts';

export const stories = { tickets, votes, rewards, volunteering, timebank, corrections, meetings };
export type StoryName = keyof typeof stories;
export const storyNames = Object.keys(stories) as StoryName[];
