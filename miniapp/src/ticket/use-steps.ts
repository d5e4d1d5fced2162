import type { TicketId } from '@suishoupai/shared/ids';
import { stepRoutes, type TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import { newActionId } from '../platform/new-id.ts';
import { notify, notifyError } from '../ui/notify.ts';
import { type Attempt, attemptOf, type Fate, fateOf, foundIn, lookedAgain, type StepContent } from './attempt.ts';
import type { StepForm } from './forms.ts';
import { keepAttempt, keepReply, keptAttempt } from './kept.ts';

/** `busy`: another step is on its way, so this tap did nothing. */
export type StepEnd = Fate | 'done' | 'busy';

export type Steps = {
  running: PersonStep | undefined;
  /** No answer came: nothing else may be done until this one is tried again. */
  lost: PersonStep | undefined;
  /** What others did in between: 「幸福物业 接单」. */
  news: string | undefined;
  take: (step: PersonStep, content: StepContent) => Promise<StepEnd>;
  again: () => Promise<StepEnd>;
  /** Stops waiting for the answer and looks at what is. */
  giveUp: () => Promise<void>;
};

export const sendStep = (ticketId: TicketId, { step, body }: Attempt): Promise<TicketView> =>
  call(stepRoutes[step], { params: { ticketId }, body });

type Deps = {
  ticketId: TicketId;
  personId: string | undefined;
  view: TicketView | undefined;
  show: (view: TicketView) => void;
  ask: () => Promise<TicketView>;
  forms: Record<PersonStep, StepForm>;
  send?: typeof sendStep;
};

/** One step at a time, under one id until it is answered, over restarts too. */
export const useSteps = ({ ticketId, personId, view, show, ask, forms, send = sendStep }: Deps): Steps => {
  const place = { ticketId, personId };
  const [attempt, setAttempt] = useState(() => keptAttempt(place));
  const [running, setRunning] = useState<PersonStep>();
  const [news, setNews] = useState<string>();
  const isBusy = useRef(false);

  const keep = (next: Attempt | undefined) => {
    setAttempt(next);
    keepAttempt(place, next);
  };

  const finish = (step: PersonStep) => {
    keep(undefined);
    keepReply(place, undefined);
    setNews(undefined);
    notify(forms[step].done);
  };

  /** Lets go of the step and looks at the ticket: `done` when it had arrived after all, else what others did meanwhile. */
  const lookAgain = async (given: Attempt | undefined): Promise<'done' | 'news' | 'nothing'> => {
    keep(undefined);
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

  const miss = async (given: Attempt, error: unknown): Promise<StepEnd> => {
    const fate = fateOf(error);
    if (fate === 'lost') return fate;
    if (fate === 'refused') keep(undefined);
    const found = fate === 'changed' ? await lookAgain(given) : 'nothing';
    if (found === 'done') return 'done';
    if (found === 'nothing') notifyError(error);
    return fate;
  };

  const run = async (next: Attempt): Promise<StepEnd> => {
    setRunning(next.step);
    let after: TicketView;
    try {
      after = await send(ticketId, next);
    } catch (error) {
      return await miss(next, error);
    } finally {
      setRunning(undefined);
    }
    show(after);
    finish(next.step);
    return 'done';
  };

  const alone = async (work: () => Promise<StepEnd>): Promise<StepEnd> => {
    if (isBusy.current) return 'busy';
    isBusy.current = true;
    return await work().finally(() => {
      isBusy.current = false;
    });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a fresh look at the ticket says more of a step without an answer
  useEffect(() => {
    if (view === undefined || attempt === undefined || isBusy.current) return;
    const found = foundIn(attempt, view);
    if (found === 'done') finish(attempt.step);
    if (found === 'overtaken') keep(undefined);
  }, [view]);

  return {
    running,
    lost: running === undefined ? attempt?.step : undefined,
    news,
    take: (step, content) =>
      alone(async () => {
        if (view === undefined || attempt !== undefined) return 'busy';
        const next = attemptOf(step, await newActionId(), view.version, content);
        keep(next);
        return await run(next);
      }),
    again: () =>
      alone(async () => {
        if (attempt === undefined) return 'busy';
        const end = await run(attempt);
        if (end === 'lost') notify('还是没有收到回音，请稍后再试');
        return end;
      }),
    giveUp: async () => {
      await lookAgain(attempt);
    },
  };
};
