import type { PersonId, TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useRef, useState } from 'react';
import type { ApiError } from '../api/api-error.ts';
import type { OutboxItem } from '../outbox/outbox.ts';
import { outbox } from '../outbox/phone-outbox.ts';
import { useDeparture, useOutbox } from '../outbox/use-outbox.ts';
import { newActionId } from '../platform/new-id.ts';
import { routes } from '../routes.ts';
import { notify, notifyError } from '../ui/notify.ts';
import { type Attempt, attemptOf, type Fate, fateOf, isStep, lookedAgain } from './attempt.ts';
import type { StepContent } from './content.ts';
import type { StepForms } from './forms.ts';
import { keepReply, keptReply, replyOf } from './kept.ts';

/** `lost`: kept in the outbox, unanswered; `busy`: another step is on its way, so this tap did nothing. */
export type StepEnd = Fate | 'done' | 'busy';

export type Steps = {
  ticketId: TicketId;
  running: PersonStep | undefined;
  /** It lies in the outbox: nothing else may be done here until it is sent or given up. */
  lost: PersonStep | undefined;
  /** What others did in between: 「幸福物业 接单」. */
  news: string | undefined;
  /** Why the last content will not do, until the next try. */
  refusal: ApiError | undefined;
  take: (step: PersonStep, content: StepContent) => Promise<StepEnd>;
  again: () => Promise<StepEnd>;
  /** Takes it out of the outbox, its words and photos back into the form, and looks at what is. */
  giveUp: () => Promise<void>;
};

type Deps = {
  ticketId: TicketId;
  personId: PersonId | undefined;
  view: TicketView | undefined;
  show: (view: TicketView) => void;
  ask: () => Promise<TicketView>;
  forms: StepForms;
  source?: typeof outbox;
};

const isPending = ({ kind, state }: OutboxItem): boolean => state !== 'refused' && isStep(kind);
const pageOf = ({ id, relation }: TicketView): string => (relation === 'staff' ? routes.handle(id) : routes.ticket(id));

/** One step at a time, through the outbox: under one id until it is answered, over restarts and without network too. */
export const useSteps = ({ ticketId, personId, view, show, ask, forms, source = outbox }: Deps): Steps => {
  const place = { ticketId, personId };
  const pending = useOutbox(ticketId).find(isPending);
  const [running, setRunning] = useState<PersonStep>();
  const [news, setNews] = useState<string>();
  const [refusal, setRefusal] = useState<ApiError>();
  const isBusy = useRef(false);

  useDeparture(({ entry, answer, isWatched }) => {
    if (isWatched || entry.lane !== ticketId || !isStep(entry.kind)) return;
    show(answer as TicketView);
    setNews(undefined);
  });

  const finish = (step: PersonStep) => {
    keepReply(place, undefined);
    setNews(undefined);
    notify(forms[step].done);
  };

  /** Looks at the ticket after a step was let go of: `done` when it had arrived after all, else what others did meanwhile. */
  const lookAgain = async (given: Attempt | undefined): Promise<'done' | 'news' | 'nothing'> => {
    const after = await ask().catch(() => undefined);
    if (after === undefined) return 'nothing';
    const found = lookedAgain(given, view, after);
    show(after);
    if (found.isDone && given !== undefined) {
      finish(given.step);
      return 'done';
    }
    setNews(found.news);
    return found.news === undefined ? 'nothing' : 'news';
  };

  const miss = async (given: Attempt, error: ApiError): Promise<StepEnd> => {
    const fate = fateOf(error);
    if (fate === 'refused') setRefusal(error);
    const found = fate === 'changed' ? await lookAgain(given) : 'nothing';
    if (found === 'done') return 'done';
    // An open form says it itself.
    if (found === 'nothing' && (fate !== 'refused' || forms[given.step].isDirect)) notifyError(error);
    return fate;
  };

  const run = async (seen: TicketView, given: Attempt): Promise<StepEnd> => {
    const { step, body } = given;
    const reply = keptReply(place, step);
    setRunning(step);
    setRefusal(undefined);
    const content = {
      title: `${forms[step].name}：${seen.title}`,
      params: { ticketId },
      body,
      photos: reply?.photos,
      lane: ticketId,
      from: pageOf(seen),
      seenAt: seen.events[seen.events.length - 1]?.at,
    };
    const sent = await source
      .send(step, content, () => keepReply(place, undefined))
      .finally(() => setRunning(undefined));
    switch (sent.kind) {
      case 'answered':
        show(sent.answer);
        finish(step);
        return 'done';
      case 'waiting':
        keepReply(place, undefined);
        notify('已存在手机里，有网时自动发出');
        return 'lost';
      case 'unkept':
        notify('没有发出去，手机存储也满了，请再试一次');
        return 'refused';
      case 'refused':
        keepReply(place, reply);
        source.remove(body.id);
        return await miss(given, sent.error);
      default:
        return sent satisfies never;
    }
  };

  const alone = async (work: () => Promise<StepEnd>): Promise<StepEnd> => {
    if (isBusy.current) return 'busy';
    isBusy.current = true;
    return await work().finally(() => {
      isBusy.current = false;
    });
  };

  return {
    ticketId,
    running,
    lost: running === undefined && pending !== undefined && isStep(pending.kind) ? pending.kind : undefined,
    news,
    refusal,
    take: (step, content) =>
      alone(async () => {
        if (view === undefined || pending !== undefined) return 'busy';
        return await run(view, attemptOf(step, await newActionId(), view.version, content));
      }),
    again: () =>
      alone(async () => {
        if (pending === undefined) return 'busy';
        await source.flush();
        const left = source.items().find(({ key }) => key === pending.key);
        if (left !== undefined && left.state !== 'refused') notify('还没有发出去，会自动再试');
        if (left === undefined) return 'done';
        return left.state === 'refused' ? 'refused' : 'lost';
      }),
    giveUp: async () => {
      if (pending === undefined) return;
      const reply = replyOf(pending);
      if (source.remove(pending.key) === undefined) return;
      keepReply(place, reply);
      await lookAgain(undefined);
    },
  };
};
