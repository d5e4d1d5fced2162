import type { TicketId } from '@suishoupai/shared/ids';
import { stepRoutes, type TicketView } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useEffect, useRef, useState } from 'react';
import { call } from '../api/client.ts';
import { newActionId } from '../platform/new-id.ts';
import { notify, notifyError } from '../ui/notify.ts';
import { type Attempt, attemptOf, type Fate, fateOf, foundIn, newsSince, type StepContent } from './attempt.ts';
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
  view: TicketView | undefined;
  show: (view: TicketView) => void;
  ask: () => Promise<TicketView>;
  forms: Record<PersonStep, StepForm>;
  send?: typeof sendStep;
};

/** One step at a time, under one id until it is answered, over restarts too. */
export const useSteps = ({ ticketId, view, show, ask, forms, send = sendStep }: Deps): Steps => {
  const [attempt, setAttempt] = useState(() => keptAttempt(ticketId));
  const [running, setRunning] = useState<PersonStep>();
  const [news, setNews] = useState<string>();
  const isBusy = useRef(false);

  const keep = (next: Attempt | undefined) => {
    setAttempt(next);
    keepAttempt(ticketId, next);
  };

  const finish = (step: PersonStep) => {
    keep(undefined);
    keepReply(ticketId, undefined);
    setNews(undefined);
    notify(forms[step].done);
  };

  const catchUp = async (error: unknown) => {
    keep(undefined);
    notifyError(error);
    const after = await ask().catch(() => undefined);
    if (after === undefined) return;
    if (view !== undefined) setNews(newsSince(view, after));
    show(after);
  };

  const miss = async (error: unknown): Promise<StepEnd> => {
    const fate = fateOf(error);
    if (fate === 'refused') keep(undefined);
    if (fate === 'changed') await catchUp(error);
    else notifyError(error);
    return fate;
  };

  const run = async (next: Attempt): Promise<StepEnd> => {
    setRunning(next.step);
    let after: TicketView;
    try {
      after = await send(ticketId, next);
    } catch (error) {
      return await miss(error);
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
    again: () => alone(async () => (attempt === undefined ? 'busy' : await run(attempt))),
    giveUp: async () => {
      keep(undefined);
      const after = await ask().catch(() => undefined);
      if (after !== undefined) show(after);
    },
  };
};
