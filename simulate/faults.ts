import { type CallKind, calls } from './calls.ts';
import type { Dice } from './dice.ts';
import { longestWayMs, type Scheduler } from './scheduler.ts';

/**
 * What can happen to a call of a store. `lost`: it was done, and the caller learns only that it failed. `askedTwice`: it was done, the answer
 * was lost, and the SDK asked again by itself. `arrivesLate`: nobody waited for it any more when it was done. `conflict`: somebody else wrote the same item at that moment. `partial`: of several items some
 * were written. `stale`: an index that has not caught up yet. A process is killed `before` or `after` what it asked for was done.
 */
const ofReads = ['requestLost', 'throttled', 'killedBefore', 'killedAfter'] as const;
const ofWrites = [...ofReads, 'lost', 'askedTwice', 'arrivesLate', 'conflict'] as const;
type AskedKind = Exclude<CallKind, 'says' | 'flow'>;
const ofKind = {
  read: ofReads,
  index: [...ofReads, 'stale', 'stale'],
  lagging: [...ofReads, 'stale', 'stale'],
  write: ofWrites,
  transaction: ofWrites,
  many: [...ofWrites, 'partial', 'partial'],
} as const satisfies Record<AskedKind, readonly string[]>;

/** `Down`: it cannot be reached; `Wrong`: what it answers is none, or an error; `Slow`: it does it, and we gave up before it said so. */
export const ofWeChat = ['wechatDown', 'wechatWrong', 'wechatSlow'] as const;
export const faultKinds = [
  ...[...ofWrites, 'partial', 'stale'],
  ...ofWeChat,
  ...['phoneLost', 'phoneUnheard', 'phoneTwice', 'phoneRestarted'],
  ...['pushTwice', 'pushLate'],
  ...['batchAgain', 'batchStopped', 'timerEarly', 'timerLate', 'timerTwice', 'clockSkew', 'timedOut'],
] as const;
export type FaultKind =
  | (typeof ofWrites)[number]
  | (typeof ofWeChat)[number]
  | 'partial'
  | 'stale'
  | 'phoneLost'
  | 'phoneUnheard'
  | 'phoneTwice'
  | 'phoneRestarted'
  | 'pushTwice'
  | 'pushLate'
  | 'batchAgain'
  | 'batchStopped'
  | 'timerEarly'
  | 'timerLate'
  | 'timerTwice'
  | 'clockSkew'
  | 'timedOut';

export type Fault = { nth: number; kind: FaultKind; actor: string; call: string };

class ServiceTrouble extends Error {}

type Deps = {
  dice: Dice;
  scheduler: Scheduler;
  /** Share of calls that something happens to. */
  share: number;
  /** Faults by number that are left out, to find out which are needed. */
  without: ReadonlySet<number>;
};

/** The first half of the list among what was given: those that were written before it went wrong. */
const halved = (given: readonly unknown[]): unknown[] =>
  given.map((each) => (Array.isArray(each) ? each.slice(0, Math.floor(each.length / 2)) : each));

/** What is asked, whenever: an index that lags answers what it answered a while ago. */
const withoutTimes = (asked: string): string => asked.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '');

/** Leads every call of the stores through the scheduler, and lets things happen to it. */
export const makeFaults = ({ dice, scheduler, share, without }: Deps) => {
  const happened: Fault[] = [];
  const answers = new Map<string, unknown>();
  /** Whose writes are on their way, and how many. */
  const underWay = new Map<string, number>();
  let count = 0;
  let isCalm = false;

  /** Something happens that has no choice in it. */
  const note = (kind: FaultKind, call: string): void => {
    happened.push({ nth: 0, kind, actor: scheduler.current()?.name ?? '', call });
  };

  /** One of some kinds now and then, or nothing. `often`: how many times the usual share. */
  const draw = <Kind extends FaultKind>(kinds: readonly Kind[], call: string, often = 1): Kind | undefined => {
    const kind = dice.chance(share * often) ? dice.pick(kinds) : undefined;
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

  type Call = { name: string; kind: AskedKind; given: unknown[] };
  const through = async (
    { name, kind: of, given }: Call,
    ask: (...given: unknown[]) => Promise<unknown>,
  ): Promise<unknown> => {
    if (scheduler.current() === undefined) return ask(...given);
    await scheduler.turn();
    const isBehind = of === 'index' || (of === 'lagging' && !given.includes(true));
    const kinds = of === 'lagging' && !isBehind ? ofReads : ofKind[of];
    const kind = draw<FaultKind>(kinds, name, of === 'read' ? 0.5 : 3);
    const key = isBehind ? withoutTimes(JSON.stringify([name, given])) : '';
    const answer = async (): Promise<unknown> => {
      const fresh = await ask(...given);
      if (isBehind && kind !== 'stale') answers.set(key, structuredClone(fresh));
      return fresh;
    };
    switch (kind) {
      case undefined:
        return answer();
      case 'lost':
        await answer();
        throw new ServiceTrouble(`${kind} ${name}`);
      case 'partial':
        await ask(...halved(given));
        throw new ServiceTrouble(`${kind} ${name}`);
      case 'askedTwice':
        await answer();
        await scheduler.turn();
        return answer();
      case 'arrivesLate': {
        const turns = 20 + dice.below(200);
        const arrive = async (): Promise<void> => {
          for (let waits = 0; waits < turns; waits += 1) await scheduler.turn();
          await ask(...given);
        };
        const whose = scheduler.current()?.name ?? '';
        underWay.set(whose, (underWay.get(whose) ?? 0) + 1);
        void scheduler
          .spawn(`${name} on its way`, arrive, longestWayMs)
          .finally(() => underWay.set(whose, (underWay.get(whose) ?? 1) - 1));
        throw new ServiceTrouble(`${kind} ${name}`);
      }
      case 'conflict':
        if (of === 'transaction') return false;
        throw new ServiceTrouble(`${kind} ${name}`);
      case 'stale':
        return answers.has(key) ? structuredClone(answers.get(key)) : answer();
      case 'killedBefore':
        return gone();
      case 'killedAfter':
        await answer();
        return gone();
      default:
        throw new ServiceTrouble(`${kind} ${name}`);
    }
  };

  const flow = async function* (name: string, items: AsyncIterable<unknown>): AsyncGenerator<unknown> {
    for await (const item of items) yield await through({ name, kind: 'read', given: [] }, async () => item);
  };
  const flowing =
    (name: string, ask: (...given: unknown[]) => AsyncIterable<unknown>[]) =>
    (...given: unknown[]) =>
      ask(...given).map((items) => flow(name, items));

  /** A store whose every call goes through the scheduler. */
  const around = <Name extends keyof typeof calls, Store extends object>(name: Name, store: Store): Store => {
    const kinds: Record<string, CallKind> = calls[name];
    return Object.fromEntries(
      Object.entries(store).map(([method, value]) => {
        const kind = kinds[method];
        if (kind === undefined) throw new Error(`${name}.${method} is of no kind`);
        if (kind === 'says') return [method, value];
        const call = `${name}.${method}`;
        if (kind === 'flow') return [method, flowing(call, value as Parameters<typeof flowing>[1])];
        return [
          method,
          (...given: unknown[]) =>
            through({ name: call, kind, given }, value as (...all: unknown[]) => Promise<unknown>),
        ];
      }),
    ) as Store;
  };

  return {
    around,
    draw,
    note,
    happened,
    /** Something that somebody of this name asked for has not arrived yet. */
    isOnItsWay: (name: string): boolean => (underWay.get(name) ?? 0) > 0,
    isCalm: () => isCalm,
    /** From now on nothing happens any more. */
    calm: () => {
      isCalm = true;
    },
  };
};

export type Faults = ReturnType<typeof makeFaults>;
