import { restartTails } from '../functions/test/builders.ts';
import { makeDice } from './dice.ts';
import { type Fault, makeFaults } from './faults.ts';
import { faultsIn } from './invariants.ts';
import { makePhones, type Phone } from './phone.ts';
import { type Claims, checks, handles, joins, redeems, reports, setScene, votes } from './scene.ts';
import { makeScheduler } from './scheduler.ts';
import { makeWorld } from './world.ts';

export type Run = { seed: number; steps: number; faults: Fault[]; claims: Claims; broken: string[] };

/** Far more than any run needs; one that needs more goes in circles. */
const mostSteps = 60_000;

/**
 * One run of everything, by dice of this seed: people and staff at work on bad lines while things happen to the servers; then nothing
 * happens any more, everything comes to rest, and what was promised is looked for. `without`: faults, by number, that are left out.
 */
export const runSeed = async (seed: number, without: ReadonlySet<number> = new Set()): Promise<Run> => {
  restartTails();
  const dice = makeDice(seed);
  const scheduler = makeScheduler(dice);
  const share = dice.pick([0, 0.01, 0.03, 0.08]);
  const faults = makeFaults({ dice, scheduler, share, without });
  const world = await makeWorld({ dice, scheduler, faults });
  const scene = await setScene(world.service, dice);
  const phoneOf = makePhones({ dice, scheduler, world, share: share * 2 });
  const claims: Claims = { reports: [], steps: [], orders: [], ballots: [] };
  const play = { dice, scene, claims };
  world.begin();

  let busy = 0;
  const at = (phone: Phone, plan: (phone: Phone, given: typeof play) => Promise<void>): void => {
    busy += 1;
    void scheduler
      .spawn(`phone of ${phone.name}`, () => plan(phone, play))
      .then(() => {
        busy -= 1;
      });
  };
  const [reporter] = scene.voters;
  for (const [nth, person] of scene.voters.entries()) {
    const phone = phoneOf(person, `voter ${nth}`);
    at(phone, votes);
    at(phone, redeems);
    if (dice.chance(0.4)) at(phoneOf(person, `second phone of voter ${nth}`), redeems);
    if (dice.chance(0.4)) at(phoneOf(person, `second phone of voter ${nth}`), votes);
    if (nth < 3) at(phone, reports);
    else at(phone, joins);
  }
  for (const [nth, person] of scene.handlers.entries()) at(phoneOf(person, `handler ${nth}`), handles);
  if (reporter !== undefined && dice.chance(0.5)) at(phoneOf(reporter, 'second phone of voter 0'), checks);

  let steps = 0;
  const { service } = world;
  const later = (ms: number) => service.moveTo(new Date(service.now().getTime() + ms).toISOString());
  for (; steps < mostSteps; steps += 1) {
    const ready = await scheduler.settled();
    if (ready === 0 && busy === 0) break;
    if (dice.chance(0.05)) world.nudge();
    if (dice.chance(0.01)) world.strike();
    if (dice.chance(0.02)) await later(dice.below(8000));
    if (ready > 0) scheduler.step();
    else if (!world.nudge() && !world.noNews()) break;
  }

  faults.calm();
  for (let rounds = 0; rounds < 4; rounds += 1) {
    await later(3_600_000);
    world.strikeAll();
    for (; steps < mostSteps; steps += 1) {
      const ready = await scheduler.settled();
      if (ready > 0) scheduler.step();
      else if (!world.nudge()) break;
    }
  }
  const broken = steps >= mostSteps ? ['it never comes to rest'] : await faultsIn(world, scene, claims);
  return {
    seed,
    steps,
    faults: faults.happened,
    claims,
    broken: [...scheduler.failures.map((each) => `${each.message}: ${String(each.cause)}`), ...broken],
  };
};
