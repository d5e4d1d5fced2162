import type { StoryName } from './stories.ts';

/** Seeds that found something, with what it was; each is run again whenever the simulation is tested. */
export const pinned: readonly { seed: number; story: StoryName; found: string }[] = [
  { seed: 57, story: 'timebank', found: 'who confirmed while a mediator decided was told «transfer.refused»' },
  {
    seed: 41,
    story: 'corrections',
    found: 'a correction was acknowledged that a conflict had kept from being written',
  },
  { seed: 35, story: 'corrections', found: 'two clerks who agreed at once both decided' },
  { seed: 4, story: 'meetings', found: 'a signature that stood was refused after a newer version of the minutes' },
  { seed: 67, story: 'meetings', found: 'the same, after the process had ended between the two' },
  { seed: 43, story: 'tickets', found: 'nobody was told that a photo waited to be looked at, after a crash' },
  { seed: 44, story: 'tickets', found: 'the same for words that WeChat could not check' },
  {
    seed: 250,
    story: 'votes',
    found: 'a ballot was refused as late and taken by a copy of the request on a slower clock',
  },
  {
    seed: 735749,
    story: 'votes',
    found: 'the same between the close and the sealing, for a write that was still on its way',
  },
];
