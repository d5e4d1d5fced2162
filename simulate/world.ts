import { makeMemoryItems } from '../functions/src/dynamo/memory-items.ts';
import { makeMemoryStores, type Stores } from '../functions/src/stores.ts';
import { aService, makeFeed, type Person, type Service } from '../functions/test/service.ts';
import { streamed } from '../functions/test/streamed.ts';
import { streamedHouseholds } from '../functions/test/streamed-households.ts';
import { streamedTopics } from '../functions/test/streamed-topics.ts';
import { streamedVotes } from '../functions/test/streamed-votes.ts';
import type { Dice } from './dice.ts';
import type { Faults } from './faults.ts';
import { noAnswer, type Scheduler } from './scheduler.ts';
import { makeShakyWeChat } from './wechat.ts';

type Change = Parameters<Service['followHall']>[0];
type Follow = (change: Change) => Promise<void>;

/** One consumer of one table's stream: it goes on from where it was sure to have come. */
type Consumer = { name: string; log: readonly Change[]; follow: Follow; at: number; isBusy: boolean };

/** Clocks differ by less; the clock moves by multiples of it, so that no two processes ever read the same time. */
export const skewMs = 10_001;

/** How long each may take (serverless.yml). */
export const limits = { request: 15_000, stream: 60_000, sweep: 120_000 } as const;

const tables = ['tickets', 'hall', 'points'] as const;
type TableName = (typeof tables)[number];

/** The handlers as they run in the cloud, on memory, with streams that come later, and everything that leaves them under the dice. */
export const makeWorld = async ({ dice, scheduler, faults }: { dice: Dice; scheduler: Scheduler; faults: Faults }) => {
  const logs: Record<TableName, Change[]> = { tickets: [], hall: [], points: [] };
  let isRunning = false;
  let waiting: (() => void)[] = [];
  const wakeAll = () => {
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  };
  const consumers: Consumer[] = [];

  /** Before the simulation begins what follows is done at once, so that a scene can be set. */
  const told =
    (table: TableName): Follow =>
    async (change) => {
      if (isRunning) {
        logs[table].push(structuredClone(change));
        wakeAll();
        return;
      }
      for (const { log, follow } of consumers) if (log === logs[table]) await follow(change);
    };

  const bare = makeMemoryStores(undefined, makeMemoryItems(told('points')));
  const truth = streamedVotes(
    streamedTopics(streamedHouseholds(streamed(bare, told('tickets')), told('hall')), told('hall')),
    told('hall'),
  );
  const stores = Object.fromEntries(
    Object.entries(truth).map(([name, store]) => [name, faults.around(name as keyof Stores, store)]),
  ) as Stores;

  const skewed = new Set<number>();
  /** Up to five seconds off, each process by its own. */
  const drift = (): number => {
    const actor = scheduler.current();
    if (actor === undefined) return 0;
    if (!skewed.has(actor.nth) && !faults.isCalm()) faults.note('clockSkew', 'clock');
    skewed.add(actor.nth);
    return ((actor.nth * 2_654_435_761) % skewMs) - Math.floor(skewMs / 2);
  };
  let clock = (): Date => new Date(0);
  const wechat = makeShakyWeChat({ dice, scheduler, faults, tokens: stores.accessTokens, now: () => clock() });
  const service = await aService(stores, {
    isFollowed: false,
    pointsFeed: makeFeed(),
    wechat: () => wechat.client,
    drift,
  });
  clock = service.now;
  const people = new Map<Person['personId'], Person>();
  const signIn: Service['signIn'] = async (...given) => {
    const person = await service.signIn(...given);
    people.set(person.personId, person);
    return person;
  };

  const on = (name: string, table: TableName, follow: Follow) =>
    consumers.push({ name, log: logs[table], follow, at: 0, isBusy: false });
  on('ticketStream', 'tickets', service.followTickets);
  on('hallStream', 'hall', service.followHall);
  for (const table of tables) on(`pointsStream:${table}`, table, service.followPoints);

  /** As the entry points do it: stops at the first record that fails and says where; the stream comes again from there. */
  const deliver = async (consumer: Consumer): Promise<void> => {
    const batch = consumer.log.slice(consumer.at, consumer.at + 1 + dice.below(5));
    const from = consumer.at;
    consumer.isBusy = true;
    await scheduler.spawn(
      consumer.name,
      async () => {
        const comesAgain = faults.draw(['batchAgain'], consumer.name, 3) !== undefined;
        for (const [index, change] of batch.entries()) {
          try {
            await consumer.follow(structuredClone(change));
          } catch {
            faults.note('batchStopped', consumer.name);
            consumer.at = from + index;
            return;
          }
        }
        consumer.at = comesAgain ? from : from + batch.length;
      },
      limits.stream,
    );
    consumer.isBusy = false;
  };

  const sweeps: [name: string, sweep: (now: Date) => Promise<unknown>][] = [
    ['sweep', service.sweep],
    ['sendHeld', service.sendHeld],
    ['hallSweep', service.sweepVotes],
    ['pointsSweep', service.sweepPoints],
  ];
  const swept = (name: string, sweep: (now: Date) => Promise<unknown>, at?: Date): void => {
    void scheduler.spawn(
      name,
      async () => {
        // A sweep that fails is logged, and the next one finds the same work.
        await sweep(at ?? service.now()).catch(() => undefined);
      },
      limits.sweep,
    );
  };

  return {
    service: { ...service, signIn },
    people: (): Person[] => [...people.values()],
    /** Every message that reached a phone. */
    messages: wechat.messages,
    /** What is really there, without dice. */
    truth,
    begin: () => {
      isRunning = true;
    },
    /** Until something was written: who waits looks again. */
    news: (): Promise<void> => scheduler.waitFor(new Promise((resolve) => waiting.push(resolve))),
    /** Nothing will be written any more: whoever waits looks a last time. False when nobody does. */
    noNews: (): boolean => {
      const isAny = waiting.length > 0;
      wakeAll();
      return isAny;
    },
    /** Something that nobody asked for: a batch of a stream, or the clock. False when nothing is left to be told. */
    nudge: (): boolean => {
      const due = consumers.filter(({ log, at, isBusy }) => !isBusy && at < log.length);
      if (due.length > 0) void deliver(dice.pick(due));
      return due.length > 0;
    },
    /** The clock strikes: once, or by a while too early or too late, or twice at once. */
    strike: (): void => {
      const [name, sweep] = dice.pick(sweeps);
      const by = (seconds: number) => new Date(service.now().getTime() + 1000 * seconds);
      const kind = faults.draw(['timerEarly', 'timerLate', 'timerTwice'], name, 8);
      swept(name, sweep, kind === 'timerEarly' ? by(90) : kind === 'timerLate' ? by(-120) : undefined);
      if (kind === 'timerTwice') swept(name, sweep);
    },
    strikeAll: (): void => {
      for (const [name, sweep] of sweeps) void scheduler.spawn(name, async () => void (await sweep(service.now())));
    },
    /**
     * WeChat says what it thinks of a picture, three times when it hears no `success`; once more for no reason now and then, or late.
     * `onHeard`: once it has heard it.
     */
    verdict: (traceId: string, suggest: 'pass' | 'risky', onHeard: () => void): void => {
      const kind = faults.draw(['pushTwice', 'pushLate'], 'wechat push', 8);
      const push = async (): Promise<void> => {
        for (let waits = 0; waits < (kind === 'pushLate' ? 40 : 0); waits += 1) await scheduler.turn();
        for (let tries = 0; tries < 3; tries += 1) {
          const status = await scheduler.waitFor(
            scheduler.spawn('server of WeChat', () => service.pushVerdict(traceId, suggest), limits.request),
          );
          if (status !== noAnswer && status < 500) return onHeard();
        }
      };
      for (let times = 0; times < (kind === 'pushTwice' ? 2 : 1); times += 1) void scheduler.spawn('WeChat', push);
    },
  };
};

export type World = Awaited<ReturnType<typeof makeWorld>>;
