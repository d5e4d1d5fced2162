import { AsyncLocalStorage } from 'node:async_hooks';
import { cryptoUnderWay } from './crypto-count.ts';
import type { Dice } from './dice.ts';

/** Whoever does something: a phone, a request at the server, a batch of a stream, a sweep. */
export type Actor = {
  name: string;
  nth: number;
  gates: number;
  isWaiting: boolean;
  /** Comes late: others go on long before it does. */
  isSlow: boolean;
  isDone: boolean;
  isDead: boolean;
  die: () => void;
};
type Parked = { actor: Actor; at: number; go: () => void };

/** What a phone gets when its server is gone. */
export const noAnswer = Symbol('no answer');
export type NoAnswer = typeof noAnswer;

const aTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Runs many actors in one process and decides by dice, at every call that leaves one of them, who goes on. Nothing else decides: the same
 * dice give the same run.
 */
export const makeScheduler = (dice: Dice) => {
  const current = new AsyncLocalStorage<Actor>();
  let actors: Actor[] = [];
  let parked: Parked[] = [];
  let count = 0;

  const spawn = <T>(name: string, work: () => Promise<T>): Promise<T | NoAnswer> =>
    new Promise((resolve) => {
      count += 1;
      const actor: Actor = {
        ...{ name, nth: count, gates: 0, isSlow: dice.chance(0.12), isWaiting: false, isDone: false, isDead: false },
        die: () => {
          actor.isDead = true;
          parked = parked.filter((each) => each.actor !== actor);
          resolve(noAnswer);
        },
      };
      actors.push(actor);
      const end = (outcome: T | NoAnswer) => {
        actor.isDone = true;
        resolve(outcome);
      };
      void current.run(actor, work).then(end, (error: unknown) => {
        actor.isDone = true;
        failures.push(new Error(`${name} failed`, { cause: error }));
        resolve(noAnswer);
      });
    });
  const failures: Error[] = [];

  /** Waits until it is this actor's turn. Outside of the simulation, at once. */
  const turn = (): Promise<void> => {
    const actor = current.getStore();
    if (actor === undefined) return Promise.resolve();
    if (actor.isDead) return new Promise(() => {});
    actor.gates += 1;
    return new Promise((resolve) => {
      parked.push({ actor, at: actor.gates, go: resolve });
    });
  };

  /** Waits for another actor without holding up the others. */
  const waitFor = async <T>(other: Promise<T>): Promise<T> => {
    const actor = current.getStore();
    if (actor === undefined) return other;
    actor.isWaiting = true;
    try {
      return await other;
    } finally {
      actor.isWaiting = false;
    }
  };

  const isStill = (): boolean =>
    cryptoUnderWay() === 0 &&
    actors.every(
      (actor) => actor.isDone || actor.isDead || actor.isWaiting || parked.some((each) => each.actor === actor),
    );

  const settle = async (): Promise<void> => {
    do await aTurn();
    while (!isStill());
    await aTurn();
    if (!isStill()) await settle();
  };

  return {
    spawn,
    turn,
    waitFor,
    failures,
    current: (): Actor | undefined => current.getStore(),
    /** How many could go on. */
    settled: async (): Promise<number> => {
      await settle();
      actors = actors.filter((actor) => !actor.isDone && !actor.isDead);
      return parked.length;
    },
    /** One of those that wait for their turn goes on. */
    step: (): void => {
      parked.sort((a, b) => a.actor.nth - b.actor.nth || a.at - b.at);
      const quick = parked.filter(({ actor }) => !actor.isSlow);
      const next = dice.pick(quick.length === 0 || dice.chance(0.02) ? parked : quick);
      parked = parked.filter((each) => each !== next);
      next.go();
    },
  };
};

export type Scheduler = ReturnType<typeof makeScheduler>;
