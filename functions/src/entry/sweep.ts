import { readEnv } from '../env.ts';
import { log, makeStores, newEventId, now } from '../runtime.ts';
import { makeSweep } from '../tickets/sweep.ts';

const sweep = makeSweep({ tickets: makeStores(readEnv()).tickets, newEventId });

export const handler = async (): Promise<void> => {
  log.info('sweep done', { overdue: await sweep(now()) });
};
