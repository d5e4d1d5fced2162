import { jointStories } from './stories-joint.ts';
import { neighbourStories } from './stories-neighbours.ts';
import { plainStories } from './stories-plain.ts';
import type { Story } from './story.ts';

/** What a visitor finds: something in every state of the loop, some of it late. */
export const stories: readonly Story[] = [...plainStories, ...jointStories, ...neighbourStories];
