import { useRef, useState } from 'react';
import type * as z from 'zod/mini';
import { ApiError, isUndecided, needsSignIn } from '../api/api-error.ts';
import { open, routes } from '../routes.ts';
import { readStored, writeStored } from '../state/storage.ts';
import { notifyError } from '../ui/notify.ts';

type Deps<S extends z.ZodMiniType, A> = {
  key: string;
  schema: S;
  send: (body: z.output<S>) => Promise<A>;
  onDone: (answer: A, body: z.output<S>) => void | Promise<void>;
  onRefused?: (error: ApiError) => void;
};

/** One body under its id until it is answered, over restarts too: kept before it goes out, and sent again as it was. */
export const useSending = <S extends z.ZodMiniType, A>({ key, schema, send, onDone, onRefused }: Deps<S, A>) => {
  const [sent, setSent] = useState<z.output<S> | undefined>(() => readStored(key, schema));
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<ApiError>();
  const isBusy = useRef(false);

  const keep = (body: z.output<S> | undefined) => {
    writeStored(key, body);
    setSent(body);
  };

  const miss = (error: unknown) => {
    notifyError(error);
    if (needsSignIn(error)) open(routes.signIn());
    if (isUndecided(error)) return;
    keep(undefined);
    if (!(error instanceof ApiError)) return;
    setRefusal(error);
    onRefused?.(error);
  };

  const run = async (body: z.output<S>) => {
    const answer = await send(body).catch(miss);
    if (answer === undefined) return;
    await onDone(answer, body);
    keep(undefined);
  };

  /** What waits for an answer goes again; only when nothing does is a new body asked for. */
  const submit = async (make: () => Promise<z.output<S> | undefined>) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    setRefusal(undefined);
    try {
      const body = sent ?? (await make());
      if (body === undefined) return;
      keep(body);
      await run(body);
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };

  return { submit, isSending, refusal, isLocked: sent !== undefined };
};

export const refusalWords = ({ message, details }: ApiError): string =>
  [message, ...details.map((detail) => detail.message)].filter((words, i, all) => all.indexOf(words) === i).join('\n');
