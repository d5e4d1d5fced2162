import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { makeTable } from '@suishoupai/functions/dynamo/table';
import { makeDynamoStores } from '@suishoupai/functions/stores';
import { commentRoutes } from '@suishoupai/shared/comments/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { makeJourney } from '../../functions/test/journey.ts';
import { aService } from '../../functions/test/service.ts';
import { asking, pageful, times, xfl } from '../capacity/stories/asking.ts';
import { startTables } from '../capacity/tables.ts';
import { figure, type Measured, type Part, table } from '../part.ts';
import { replayingClient } from './replay.ts';

const [batches, inBatch] = [15, 60];
/** How many bare calls of the SDK each may cost: what it calls, what it reads in the answers, and its own page. */
const most: Record<string, number> = {
  'bare GetItem': 1,
  'a ticket, not signed in': 5,
  'a ticket, a neighbour': 8,
  'near me, a page of 20': 7,
  'comments, none': 7,
  'first screen': 16,
  // Looks at up to a hundred tickets of the desk to say how many wait.
  'a desk’s queue': 24,
};

/** Processor time of one run in microseconds: the least of many batches, each kind in turn. */
const leastOf = async (runs: Record<string, () => Promise<unknown>>, count: number): Promise<Map<string, number>> => {
  const least = new Map<string, number>();
  for (let batch = 0; batch < count; batch += 1) {
    for (const [name, run] of Object.entries(runs)) {
      const before = process.cpuUsage();
      await times(inBatch, run);
      const { user, system } = process.cpuUsage(before);
      least.set(name, Math.min(least.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / inBatch));
    }
  }
  return least;
};

/** What a request costs a processor, in calls of the SDK: tables answer from memory. */
export const cpuPart: Part = {
  title: 'Processor time of a request',
  measure: async ({ isQuick }): Promise<Measured> => {
    const tables = await startTables();
    try {
      const { client, seal } = replayingClient(tables.endpoint);
      const name = (of: string) => makeTable(client, tables.nameOf(of));
      const stores = makeDynamoStores({
        people: name('people'),
        places: name('places'),
        tickets: name('tickets'),
        deliberations: name('deliberations'),
        points: name('points'),
        media: name('media'),
      });
      // Set up on the tables themselves; what is asked from then on is answered by what stands.
      const on = await makeJourney(await aService(tables.stores, { isFollowed: false }));
      const ticket = await on.report();
      await times(pageful, () => on.report());
      const service = await aService(stores, { isFollowed: false });
      const ask = asking(service);
      const { li, zhao, zhang } = on.cast;
      let calls = 0;
      client.middlewareStack.add(
        (next) => (args) => {
          calls += 1;
          return next(args);
        },
        { step: 'initialize' },
      );
      const runs: Record<string, () => Promise<unknown>> = {
        'bare GetItem': () =>
          client.send(
            new GetItemCommand({
              TableName: tables.nameOf('tickets'),
              Key: { pk: { S: `xfl#${ticket.id}` }, sk: { S: 'ticket' } },
            }),
          ),
        'a ticket, not signed in': () => ask(ticketRoutes.getTicket, undefined, { params: { ticketId: ticket.id } }),
        'a ticket, a neighbour': () => ask(ticketRoutes.getTicket, zhao, { params: { ticketId: ticket.id } }),
        'near me, a page of 20': () => ask(ticketRoutes.listTickets, undefined, { query: xfl }),
        'comments, none': () =>
          ask(commentRoutes.listComments, undefined, { params: { ticketId: ticket.id }, query: {} }),
        'first screen': () => ask(ticketRoutes.getHome, li, { query: xfl }),
        'a desk’s queue': () => ask(ticketRoutes.getQueue, zhang, { query: { ...xfl, desk: 'dep_wuye' } }),
      };
      const made = new Map<string, number>();
      for (const [what, run] of Object.entries(runs)) {
        await run();
        calls = 0;
        await run();
        made.set(what, calls);
      }
      seal();
      const least = await leastOf(runs, isQuick ? 3 : batches);
      const bare = least.get('bare GetItem') ?? 1;
      const lines = Object.keys(runs).map((what) => ({
        what,
        calls: made.get(what) ?? 0,
        ratio: (least.get(what) ?? 0) / bare,
      }));
      return {
        text: [
          `Processor time in this process, user and system, over that of one bare GetItem of the SDK; DynamoDB answers from memory, so no socket counts. Interleaved batches of ${inBatch}, the least of ${isQuick ? 3 : batches}. ` +
            'With a desk’s queue up to a hundred tickets are counted.',
          table(
            ['request', 'calls of the SDK', '÷ bare call', 'at most'],
            lines.map((line) => [line.what, line.calls, figure(line.ratio), most[line.what]]),
          ),
        ].join('\n\n'),
        faults: lines
          .filter((line) => line.ratio > (most[line.what] ?? 1))
          .map((line) => `${line.what} costs ${figure(line.ratio)} bare calls`),
      };
    } finally {
      await tables.stop();
    }
  },
};
