import type { ActionId } from '@suishoupai/shared/ids';
import { useRef, useState } from 'react';
import { isUndecided, needsSignIn } from '../api/api-error.ts';
import { newActionId } from '../platform/new-id.ts';
import { open, routes } from '../routes.ts';
import { notifyError } from '../ui/notify.ts';

export type Act = {
  /** What is under way. */
  running: string | undefined;
  /**
   * Does one thing at a time; undefined when it was not done, and the person has been told why. `what` names it with its content: a repeat
   * whose fate is open (no answer, a fault of the service) goes under the same id.
   */
  act: <T>(what: string, send: (id: ActionId) => Promise<T>) => Promise<T | undefined>;
};

export const useAct = (): Act => {
  const ids = useRef(new Map<string, ActionId>());
  const isBusy = useRef(false);
  const [running, setRunning] = useState<string>();

  const act = async <T>(what: string, send: (id: ActionId) => Promise<T>): Promise<T | undefined> => {
    if (isBusy.current) return undefined;
    isBusy.current = true;
    setRunning(what);
    try {
      const id = ids.current.get(what) ?? (await newActionId());
      ids.current.set(what, id);
      const answer = await send(id);
      ids.current.delete(what);
      return answer;
    } catch (error) {
      if (!isUndecided(error)) ids.current.delete(what);
      notifyError(error);
      if (needsSignIn(error)) open(routes.signIn());
      return undefined;
    } finally {
      isBusy.current = false;
      setRunning(undefined);
    }
  };

  return { running, act };
};
