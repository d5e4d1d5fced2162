import { AppError } from '@suishoupai/shared/contract/errors';
import type { Hono } from 'hono';
import type { MediaStore } from '../media/store.ts';
import type { TicketStore } from '../tickets/store.ts';
import type { ApplyVerdict } from '../tickets/verdict.ts';
import { answerEcho, type PushConfig, readPush } from './push.ts';

type Deps = {
  config: PushConfig;
  media: Pick<MediaStore, 'recordVerdict'>;
  tickets: Pick<TicketStore, 'find'>;
  applyVerdict: ApplyVerdict;
  now: () => Date;
};

/** WeChat's message push. Not part of the contract: its form is WeChat's. Answers `success` within its five seconds. */
export const mountPush = (app: Hono, { config, media, tickets, applyVerdict, now }: Deps): void => {
  app.get('/wechat/push', (context) => context.text(answerEcho(config, context.req.query(), now())));
  app.post('/wechat/push', async (context) => {
    const body = await context.req.text();
    if (body.length > 64 * 1024) throw new AppError('request.tooLarge');
    const push = readPush(config, context.req.query(), body, now());
    if (push === undefined) return context.text('success');
    const photo = await media.recordVerdict(push.traceId, push.verdict, now());
    const ticket = photo?.ticketId === undefined ? undefined : await tickets.find(photo.ticketId);
    if (photo !== undefined && ticket !== undefined) await applyVerdict(ticket, photo.id, push.verdict);
    return context.text('success');
  });
};
