import { type FaultKind, faultKinds } from './faults.ts';
import type { Told } from './many.ts';
import { type StoryName, storyNames } from './stories.ts';

export type Summary = {
  seeds: number;
  steps: number;
  broken: number;
  seedsPerMinute: number;
  faults: Record<string, number>;
  stories: Record<string, number>;
  ended: Record<string, number>;
};

export const summed = (runs: readonly Told[], tookMs: number): Summary => {
  const faults = Object.fromEntries(faultKinds.map((kind) => [kind, 0]));
  const stories = Object.fromEntries(storyNames.map((name) => [name, 0]));
  const ended: Record<string, number> = {};
  for (const run of runs) {
    for (const [kind, times] of Object.entries(run.faults)) faults[kind] = (faults[kind] ?? 0) + times;
    for (const [name, times] of Object.entries(run.ended)) ended[name] = (ended[name] ?? 0) + times;
    for (const name of run.stories) stories[name] = (stories[name] ?? 0) + 1;
  }
  return {
    seeds: runs.length,
    steps: runs.reduce((sum, { steps }) => sum + steps, 0),
    broken: runs.filter(({ broken }) => broken.length > 0).length,
    seedsPerMinute: Math.round((runs.length / tookMs) * 60_000),
    faults,
    stories,
    ended,
  };
};

/** So many seeds must have met every fault and told every story: what never happened was not tested. */
const enough = 50;

export const missing = ({ seeds, faults, stories }: Summary): (FaultKind | StoryName | string)[] =>
  seeds < enough
    ? []
    : Object.entries({ ...faults, ...stories }).flatMap(([name, times]) => (times === 0 ? [name] : []));

const list = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');

export const told = (summary: Summary): string =>
  [
    `${summary.seeds} seeds, ${summary.steps} steps, ${summary.broken} broken, ${summary.seedsPerMinute} seeds a minute`,
    list(summary.stories),
    list(summary.faults),
  ].join('\n');
