import { readEnv } from '../env.ts';
import { log, makeStores, newEventId, now } from '../runtime.ts';
import { makeSweep } from '../tickets/sweep.ts';

const sweep = makeSweep({ tickets: makeStores(readEnv()).tickets, newEventId, log });

export const handler = async (): Promise<void> => {
  const { marked, failed } = await sweep(now());
  log.info('sweep done', { marked, failed });
  if (failed > 0) throw new Error(`${failed} tickets could not be swept`);
};
