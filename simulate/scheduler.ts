import { AsyncLocalStorage } from 'node:async_hooks';
import type { Dice } from './dice.ts';
import './plain-copy.ts';
import './plain-crypto.ts';
import { pauseBy } from './plain-pause.ts';

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
  isParked: boolean;
  /** When it began, and how long it may take: whoever takes longer is ended by Lambda. */
  bornAt: number;
  limitMs: number;
  die: () => void;
};
type Parked = { actor: Actor; at: number; go: () => void };

/** What a phone gets when its server is gone. */
export const noAnswer = Symbol('no answer');
export type NoAnswer = typeof noAnswer;

const current = new AsyncLocalStorage<Actor>();
const aTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
/** What goes on without one of them parked is all promises; more turns than this of the loop are a call of the outside world. */
const mostTurns = 100_000;
/** What was not delivered by then never is. */
export const longestWayMs = 60_000;

/**
 * Runs many actors in one process and decides by dice, at every call that leaves one of them, who goes on. Nothing else decides: the same
 * dice give the same run.
 */
export const makeScheduler = (dice: Dice, onTimeout: (name: string) => void = () => {}) => {
  let actors: Actor[] = [];
  let parked: Parked[] = [];
  let count = 0;
  let elapsedMs = 0;
  const failures: Error[] = [];

  const spawn = <T>(name: string, work: () => Promise<T>, limitMs = Number.POSITIVE_INFINITY): Promise<T | NoAnswer> =>
    new Promise((resolve) => {
      count += 1;
      const actor: Actor = {
        ...{ name, nth: count, gates: 0, isSlow: dice.chance(0.12) },
        ...{ isWaiting: false, isDone: false, isDead: false, isParked: false },
        ...{ bornAt: elapsedMs, limitMs },
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
        if (!actor.isDead) failures.push(new Error(`${name} failed`, { cause: error }));
        resolve(noAnswer);
      });
    });

  /** Waits until it is this actor's turn. Outside of the simulation, at once. */
  const turn = (): Promise<void> => {
    const actor = current.getStore();
    if (actor === undefined) return Promise.resolve();
    if (actor.isDead) return new Promise(() => {});
    actor.gates += 1;
    actor.isParked = true;
    return new Promise((resolve) => {
      parked.push({ actor, at: actor.gates, go: resolve });
    });
  };
  pauseBy(() => (current.getStore() === undefined ? undefined : turn()));

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
    actors.every((actor) => actor.isDone || actor.isDead || actor.isWaiting || actor.isParked);

  const settle = async (): Promise<void> => {
    for (let turns = 0; turns < mostTurns; turns += 1) {
      await aTurn();
      if (isStill()) return;
    }
    const loose = actors.filter((actor) => !actor.isDone && !actor.isParked).map(({ name }) => name);
    throw new Error(`waits for something outside: ${loose.join(', ')}`);
  };

  return {
    spawn,
    turn,
    waitFor,
    failures,
    current: (): Actor | undefined => current.getStore(),
    /** The clock goes on for everybody. */
    pass: (ms: number): void => {
      elapsedMs += ms;
    },
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
      next.actor.isParked = parked.some((each) => each.actor === next.actor);
      const { bornAt, limitMs, name, die } = next.actor;
      const overMs = elapsedMs - bornAt - limitMs;
      if (overMs <= 0) {
        next.go();
        return;
      }
      onTimeout(name);
      die();
      // What it had asked for by then may arrive all the same.
      if (overMs <= longestWayMs && dice.chance(0.7)) next.go();
    },
  };
};

export type Scheduler = ReturnType<typeof makeScheduler>;
