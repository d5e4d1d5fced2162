import type { ActionId } from '@suishoupai/shared/ids';
import { useRef, useState } from 'react';
import { ApiError, isUndecided, needsSignIn } from '../api/api-error.ts';
import { newActionId } from '../platform/new-id.ts';
import { open, routes } from '../routes.ts';
import { notifyError } from '../ui/notify.ts';

type Options = {
  /** Told of a refusal that is final, so that a page which is not the newest can look again. */
  onRefused?: (error: ApiError) => void;
  newId?: () => Promise<ActionId>;
};

export type Deeds = {
  /** What is under way. */
  running: string | undefined;
  /** Whether an attempt went unanswered: only its own repeat may be sent. */
  isLocked: (about: string) => boolean;
  refusalOf: (about: string) => ApiError | undefined;
  /**
   * Does one thing under an id of its own. Without an answer the same thing is sent again as it was when it was first sent, whatever
   * `send` is given then; a second tap while it runs does nothing. True when it is done.
   */
  run: (about: string, send: (id: ActionId) => Promise<void>) => Promise<boolean>;
};

/** Writes of a page, each by the name of what it is about. */
export const useDeeds = ({ onRefused, newId = newActionId }: Options = {}): Deeds => {
  const pending = useRef(new Map<string, () => Promise<void>>());
  const isBusy = useRef(false);
  const [running, setRunning] = useState<string>();
  const [refusal, setRefusal] = useState<{ about: string; error: ApiError }>();

  const attempt = async (about: string, again: () => Promise<void>): Promise<boolean> => {
    try {
      await again();
      pending.current.delete(about);
      return true;
    } catch (error) {
      notifyError(error);
      if (needsSignIn(error)) open(routes.signIn());
      if (isUndecided(error)) return false;
      pending.current.delete(about);
      if (!(error instanceof ApiError)) return false;
      setRefusal({ about, error });
      onRefused?.(error);
      return false;
    }
  };

  const first = async (send: (id: ActionId) => Promise<void>) => {
    const id = await newId();
    return () => send(id);
  };

  const run: Deeds['run'] = async (about, send) => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setRunning(about);
    setRefusal(undefined);
    try {
      const again = pending.current.get(about) ?? (await first(send));
      pending.current.set(about, again);
      return await attempt(about, again);
    } finally {
      isBusy.current = false;
      setRunning(undefined);
    }
  };

  return {
    running,
    isLocked: (about) => pending.current.has(about),
    refusalOf: (about) => (refusal?.about === about ? refusal.error : undefined),
    run,
  };
};
