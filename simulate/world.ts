import { makeMemoryItems } from '../functions/src/dynamo/memory-items.ts';
import { makeMemoryStores, type Stores } from '../functions/src/stores.ts';
import { aService, makeFeed, type Service, weChatFor } from '../functions/test/service.ts';
import { streamed } from '../functions/test/streamed.ts';
import { streamedHouseholds } from '../functions/test/streamed-households.ts';
import { streamedTopics } from '../functions/test/streamed-topics.ts';
import { streamedVotes } from '../functions/test/streamed-votes.ts';
import type { Dice } from './dice.ts';
import type { Faults } from './faults.ts';
import type { Scheduler } from './scheduler.ts';

type Change = Parameters<Service['followHall']>[0];
type Follow = (change: Change) => Promise<void>;

/** One consumer of one table's stream: it goes on from where it was sure to have come. */
type Consumer = { name: string; log: readonly Change[]; follow: Follow; at: number; isBusy: boolean };

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
  const followed = streamedVotes(
    streamedTopics(streamedHouseholds(streamed(bare, told('tickets')), told('hall')), told('hall')),
    told('hall'),
  );
  const stores = Object.fromEntries(
    Object.entries(followed).map(([name, store]) => [name, faults.around(name, store)]),
  ) as Stores;

  /** Up to five seconds off, each process by its own. */
  const drift = (): number => {
    const actor = scheduler.current();
    return actor === undefined ? 0 : ((actor.nth * 2_654_435_761) % 10_001) - 5000;
  };
  const messages: string[] = [];
  const service = await aService(stores, {
    isFollowed: false,
    pointsFeed: makeFeed(),
    wechat: (sent) => {
      const { checkText, sendMessage } = weChatFor(sent);
      return faults.around('wechat', {
        checkText,
        sendMessage: async (message: Parameters<typeof sendMessage>[0]) => {
          messages.push(JSON.stringify(message));
          return sendMessage(message);
        },
      });
    },
    drift,
  });
  const on = (name: string, table: TableName, follow: Follow) =>
    consumers.push({ name, log: logs[table], follow, at: 0, isBusy: false });
  on('ticketStream', 'tickets', service.followTickets);
  on('hallStream', 'hall', service.followHall);
  for (const table of tables) on(`pointsStream:${table}`, table, service.followPoints);

  /** As the entry points do it: stops at the first record that fails and says where; the stream comes again from there. */
  const deliver = async (consumer: Consumer): Promise<void> => {
    const batch = consumer.log.slice(consumer.at, consumer.at + 1 + dice.below(5));
    const from = consumer.at;
    const comesAgain = dice.chance(0.1);
    consumer.isBusy = true;
    await scheduler.spawn(consumer.name, async () => {
      for (const [index, change] of batch.entries()) {
        try {
          await consumer.follow(structuredClone(change));
        } catch {
          consumer.at = from + index;
          return;
        }
      }
      consumer.at = comesAgain ? from : from + batch.length;
    });
    consumer.isBusy = false;
  };

  const sweeps: [name: string, sweep: () => Promise<unknown>][] = [
    ['sweep', () => service.sweep(service.now())],
    ['sendHeld', () => service.sendHeld(service.now())],
    ['hallSweep', () => service.sweepVotes(service.now())],
    ['pointsSweep', () => service.sweepPoints(service.now())],
  ];

  return {
    service,
    /** Every message that reached a phone, word for word. */
    messages,
    /** What is really there, without dice. */
    truth: followed,
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
    strike: (): void => {
      const [name, sweep] = dice.pick(sweeps);
      void scheduler.spawn(name, async () => {
        // A sweep that fails is logged, and the next one finds the same work.
        await sweep().catch(() => undefined);
      });
    },
    strikeAll: (): void => {
      for (const [name, sweep] of sweeps) void scheduler.spawn(name, async () => void (await sweep()));
    },
  };
};

export type World = Awaited<ReturnType<typeof makeWorld>>;
