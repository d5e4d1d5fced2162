import { makeHallSweep } from '../app/hall-background.ts';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { log, makeStores, newEventId, now } from '../runtime.ts';

const env = readEnv();
const { voteKey } = await readSecrets(env);
const sweep = makeHallSweep({ stores: makeStores(env), voteKey, newEventId, log });

/** Votes first: they open and close by the minute. */
export const handler = async (): Promise<void> => {
  const done = await sweep(now());
  log.info('hall sweep done', done);
  const failed = done.votes.failed + done.topics.failed;
  if (failed > 0) throw new Error(`${failed} votes and topics could not be swept`);
};
