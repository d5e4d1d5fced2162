import { restartTails } from '../functions/test/builders.ts';
import { makeDice } from './dice.ts';
import { type Fault, makeFaults } from './faults.ts';
import { type Ended, makePhones } from './phone.ts';
import { alwaysBroken } from './promises/always.ts';
import { makeScheduler } from './scheduler.ts';
import { type StoryName, stories, storyNames } from './stories.ts';
import { makeWorld, skewMs } from './world.ts';

export type Run = {
  seed: number;
  stories: StoryName[];
  steps: number;
  faults: Fault[];
  ended: Ended;
  broken: string[];
};

/** Far more than any run needs; one that needs more goes in circles. */
const mostSteps = 30_000;

/** What can be told beside any other story, wherever that one has set the clock. */
const besides: readonly StoryName[] = ['tickets', 'rewards', 'corrections'];

/** What a seed tells: one story, or two that share the people, the streams and the clock. */
const storiesOf = (seed: number): StoryName[] => {
  const dice = makeDice(seed ^ 0x5eed);
  const first = dice.pick(storyNames);
  const second = dice.pick(besides);
  return dice.chance(0.25) && first !== second ? [first, second] : [first];
};

/**
 * One run, by dice of this seed: people and staff at work on bad lines while things happen to the servers; then nothing happens any more,
 * everything comes to rest, and what was promised is looked for. `without`: faults, by number, that are left out.
 */
export const runSeed = async (
  seed: number,
  without: ReadonlySet<number> = new Set(),
  names: StoryName[] = storiesOf(seed),
): Promise<Run> => {
  restartTails();
  const dice = makeDice(seed);
  const scheduler = makeScheduler(dice, (name) => faults.note('timedOut', name));
  const faults = makeFaults({ dice, scheduler, share: dice.pick([0, 0.01, 0.03, 0.08]), without });
  const world = await makeWorld({ dice, scheduler, faults });
  const { service } = world;
  const scenes = [];
  for (const [nth, name] of names.entries())
    scenes.push(await stories[name]({ service, dice, verdict: world.verdict, isFirst: nth === 0 }));
  const ended: Ended = {};
  const phoneOf = makePhones({ scheduler, world, faults, ended });
  world.begin();

  let busy = 0;
  for (const { person, name, plays } of scenes.flatMap(({ parts }) => parts)) {
    busy += 1;
    void scheduler
      .spawn(`phone of ${name}`, () => plays(phoneOf(person, name)))
      .then(() => {
        busy -= 1;
      });
  }

  let steps = 0;
  /** How fast the clock goes, measured in what happens: an afternoon, or the minute around a close. */
  const pace = dice.pick([1, 1, 6]);
  const later = (times: number): Promise<void> => {
    scheduler.pass(times * skewMs);
    return service.moveTo(new Date(service.now().getTime() + times * skewMs).toISOString());
  };
  for (; steps < mostSteps; steps += 1) {
    const ready = await scheduler.settled();
    if (ready === 0 && busy === 0) break;
    if (dice.chance(0.05)) world.nudge();
    if (dice.chance(0.01 * pace)) world.strike();
    if (dice.chance(0.008 * pace)) await later(1);
    if (ready > 0) scheduler.step();
    else if (!world.nudge() && !world.noNews()) break;
  }

  faults.calm();
  for (let rounds = 0; rounds < 4; rounds += 1) {
    await later(360);
    world.strikeAll();
    for (; steps < mostSteps; steps += 1) {
      const ready = await scheduler.settled();
      if (ready > 0) scheduler.step();
      else if (!world.nudge()) break;
    }
  }
  const broken = scheduler.failures.map((each) => `${each.message}: ${String(each.cause)}`);
  if (steps >= mostSteps) broken.push('it never comes to rest');
  else {
    for (const look of [alwaysBroken, ...scenes.map((scene) => scene.broken)]) {
      // What cannot even be read is broken too.
      broken.push(...(await look(world).catch((error: unknown) => [String(error).slice(0, 200)])));
    }
  }
  return { seed, stories: names, steps, faults: faults.happened, ended, broken };
};
