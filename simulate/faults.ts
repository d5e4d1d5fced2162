import type { Dice } from './dice.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * What can happen to one call that leaves a process. `askedTwice`: it was done, the answer was lost, and the SDK asked again by itself.
 * `lost`: done, and the caller learns only that it failed. `conflict`: somebody else wrote the same item at that moment. `stale`: an index
 * that has not caught up yet. A process is killed `before` or `after` what it asked for was done.
 */
export const faultKinds = [
  'requestLost',
  'lost',
  'askedTwice',
  'throttled',
  'conflict',
  'stale',
  'killedBefore',
  'killedAfter',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export type Fault = { nth: number; kind: FaultKind; actor: string; call: string };

/** Calls that answer `false` when a transaction conflicts; the others throw what the SDK throws in the end. */
const conflicting = new Set([
  'ballots.write',
  'ledger.write',
  'votes.write',
  'topics.save',
  'voices.save',
  'meetings.save',
  'tickets.take',
  'rolls.advance',
  'claims.change',
  'orders.change',
]);
/** What leaves the process only later: shards of due items, and acts that a transaction carries. */
const saysOnly = /^(due|beside|changed|taken|givenBack|countedFor|uncountedFor)/;
/** Reads of an index, which may be behind. */
const ofIndex = (call: string) => /\.(list|queue|open|mine|recent)\w*$/.test(call) && !call.startsWith('ledger.');

const isWrite = (call: string) =>
  /\.(open|take|put|keep|write|save|join|leave|bind|append|judge|refuse|set\w*|claim\w*|spend\w*|advance|change|add|answer|announce|hold|drop|freeze|send\w*)$/.test(
    call,
  );

class ServiceTrouble extends Error {}

type Deps = {
  dice: Dice;
  scheduler: Scheduler;
  /** Share of calls that something happens to. */
  share: number;
  /** Faults by number that are left out, to find out which are needed. */
  without: ReadonlySet<number>;
};

/** Leads every call of some stores (or of WeChat) through the scheduler, and lets things happen to it. */
export const makeFaults = ({ dice, scheduler, share, without }: Deps) => {
  const happened: Fault[] = [];
  const answers = new Map<string, unknown>();
  let count = 0;
  let isCalm = false;

  const draw = (call: string): FaultKind | undefined => {
    const kind = dice.chance(isWrite(call) ? share * 3 : share / 2) ? dice.pick(faultKinds) : undefined;
    if (kind === undefined || isCalm) return undefined;
    count += 1;
    if (without.has(count)) return undefined;
    happened.push({ nth: count, kind, actor: scheduler.current()?.name ?? '', call });
    return kind;
  };

  const gone = async (): Promise<never> => {
    scheduler.current()?.die();
    return new Promise<never>(() => {});
  };

  const through = async <T>(call: string, key: string, ask: () => Promise<T>): Promise<T> => {
    if (scheduler.current() === undefined) return ask();
    await scheduler.turn();
    const kind = draw(call);
    const answer = async (): Promise<T> => {
      const fresh = await ask();
      if (ofIndex(call)) answers.set(key, structuredClone(fresh));
      return fresh;
    };
    switch (kind) {
      case undefined:
        return answer();
      case 'requestLost':
      case 'throttled':
        throw new ServiceTrouble(`${kind} ${call}`);
      case 'lost':
        await answer();
        throw new ServiceTrouble(`${kind} ${call}`);
      case 'askedTwice':
        await answer();
        // Nothing asks WeChat again by itself.
        if (call.startsWith('wechat.')) throw new ServiceTrouble(`${kind} ${call}`);
        await scheduler.turn();
        return answer();
      case 'conflict':
        if (conflicting.has(call)) return false as T;
        throw new ServiceTrouble(`${kind} ${call}`);
      case 'stale':
        return answers.has(key) ? (structuredClone(answers.get(key)) as T) : answer();
      case 'killedBefore':
        return gone();
      case 'killedAfter':
        await answer();
        return gone();
      default:
        return kind satisfies never;
    }
  };

  /** The same methods, each through the scheduler. */
  const around = <Part extends object>(name: string, part: Part): Part =>
    Object.fromEntries(
      Object.entries(part).map(([method, value]) => {
        if (typeof value !== 'function' || saysOnly.test(method)) return [method, value];
        const call = `${name}.${method}`;
        return [
          method,
          (...given: unknown[]) =>
            through(call, JSON.stringify([call, given]), async () =>
              (value as (...all: unknown[]) => unknown)(...given),
            ),
        ];
      }),
    ) as Part;

  return {
    around,
    happened,
    /** From now on nothing happens any more. */
    calm: () => {
      isCalm = true;
    },
  };
};

export type Faults = ReturnType<typeof makeFaults>;
