import type { Me, Session } from '@suishoupai/shared/people/contract';
import type { Remembered } from '../state/remembered.ts';

export type SessionDeps = {
  kept: Remembered<Session | undefined>;
  /** A fresh one-time code from WeChat, or from its stand-in. */
  newCode: () => Promise<string>;
  exchange: (code: string) => Promise<Session>;
};

export type SessionKeeper = {
  token: () => string | undefined;
  /** However many ask at once, one sign-in runs and all get its result. */
  signIn: () => Promise<Me>;
  /** Signs in only when nobody is. Silent in WeChat; in a browser it says so when no persona is chosen. */
  ensure: () => Promise<void>;
  /** A token other than the refused one: the newer one if somebody already renewed, else by signing in. */
  renew: (refused: string) => Promise<string>;
  signOut: () => void;
};

export const makeSession = ({ kept, newCode, exchange }: SessionDeps): SessionKeeper => {
  let running: Promise<Session> | undefined;

  const exchangeOnce = (): Promise<Session> => {
    running ??= newCode()
      .then(exchange)
      .then((session) => {
        kept.set(session);
        return session;
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };

  return {
    token: () => kept.get()?.token,
    signIn: async () => (await exchangeOnce()).me,
    ensure: async () => {
      if (kept.get() === undefined) await exchangeOnce();
    },
    renew: async (refused) => {
      const current = kept.get()?.token;
      return current !== undefined && current !== refused ? current : (await exchangeOnce()).token;
    },
    signOut: () => kept.set(undefined),
  };
};
