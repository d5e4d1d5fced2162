import type { Context } from 'aws-lambda';
import { readSecrets } from '../aws/secrets.ts';
import { readEnv } from '../env.ts';
import { makeSendHeld } from '../notices/push.ts';
import { log, makeStores, newEventId, now, weChatOf } from '../runtime.ts';
import { makeSweep } from '../tickets/sweep.ts';

const env = readEnv();
const stores = makeStores(env);
const sweep = makeSweep({ tickets: stores.tickets, newEventId, log });
const sendHeld = makeSendHeld({
  ...stores,
  wechat: weChatOf(env, await readSecrets(env), stores),
  templates: env.WECHAT_TEMPLATES,
  now,
  log,
});

/** One message takes a few seconds at most; no new one is begun when fewer are left. */
const restMs = 10_000;

/** Clocks first: a morning with many messages must not make a ticket overdue later than it is. */
export const handler = async (_event: unknown, context: Context): Promise<void> => {
  const { marked, failed } = await sweep(now());
  const messages = await sendHeld(now(), () => context.getRemainingTimeInMillis() > restMs);
  log.info('sweep done', { marked, failed, messages });
  if (failed > 0) throw new Error(`${failed} tickets could not be swept`);
  if (messages.failed > 0) throw new Error(`${messages.failed} held messages could not be sent`);
};
