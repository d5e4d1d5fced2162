import type { NoticeKind, SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { pushAt, type Urgency } from '@suishoupai/shared/notices/quiet';
import type { Log } from '../log.ts';
import type { PeopleStore } from '../people/store.ts';
import type { WeChat } from '../wechat/client.ts';
import type { HeldStore, Message } from './held-store.ts';
import type { NoticeStore } from './store.ts';

type Deps = {
  people: Pick<PeopleStore, 'find'>;
  notices: Pick<NoticeStore, 'claimPush' | 'spendAllowance'>;
  held: HeldStore;
  wechat: Pick<WeChat, 'sendMessage'>;
  /** Ids of the subscription templates in the mini-program's console; a template without one is not sent. */
  templates: Partial<Record<SubscriptionTemplate, string>>;
  now: () => Date;
};

/** Which of the allowed messages a notice uses up: that something moved, or that something waits for its reader. Kinds that are not here
 * stay in the inbox: WeChat's templates speak of tickets. */
export const templateOf: { [Kind in NoticeKind]?: SubscriptionTemplate } = {
  ticketProgress: 'ticketProgress',
  ticketMerged: 'ticketProgress',
  ticketComment: 'ticketProgress',
  ticketTakedown: 'ticketProgress',
  ticketWaiting: 'ticketWaiting',
  ticketWarning: 'ticketWaiting',
  ticketOverdue: 'ticketWaiting',
  ticketEscalated: 'ticketWaiting',
  ticketReview: 'ticketWaiting',
};

const makeSend =
  ({ people, notices, wechat, templates, now }: Deps) =>
  async ({ personId, noticeId, template, page, data }: Message): Promise<boolean> => {
    const templateId = templates[template];
    if (templateId === undefined) return false;
    // The claim comes before the sending: a crash between them loses one message and the inbox has it; nobody gets it twice.
    if (!(await notices.claimPush(personId, noticeId, now()))) return false;
    if (!(await notices.spendAllowance(personId, template))) return false;
    const person = await people.find(personId);
    if (person === undefined) return false;
    return (await wechat.sendMessage({ openid: person.openid, templateId, page, data })) === 'sent';
  };

/**
 * Sends a message to a phone, at once or, at night, when the night is over. The notice must be in the inbox already. Told twice, at
 * whatever times, it is sent once.
 */
export const makePush = (deps: Deps) => {
  const send = makeSend(deps);
  return async (message: Message, urgency: Urgency): Promise<void> => {
    if (deps.templates[message.template] === undefined) return;
    const now = deps.now().toISOString();
    const dueAt = pushAt(now, urgency);
    if (dueAt > now) await deps.held.hold(message, dueAt);
    else await send(message);
  };
};

/**
 * Sends what was held and has come due, as long as there is time; what is left waits for the next run. One that fails is logged and stays.
 * Returns how many were sent and how many failed.
 */
export const makeSendHeld = (deps: Deps & { log: Log }) => {
  const send = makeSend(deps);
  return async (now: Date, hasTime: () => boolean = () => true): Promise<{ sent: number; failed: number }> => {
    const done = { sent: 0, failed: 0 };
    const empty = async (shard: ReturnType<HeldStore['due']>[number]) => {
      for await (const waiting of shard) {
        if (!hasTime()) return;
        try {
          if (await send(waiting.message)) done.sent += 1;
          await deps.held.drop(waiting);
        } catch (error) {
          deps.log.error('held message not sent', { noticeId: waiting.message.noticeId, cause: error });
          done.failed += 1;
        }
      }
    };
    await Promise.all(deps.held.due(now).map(empty));
    return done;
  };
};
