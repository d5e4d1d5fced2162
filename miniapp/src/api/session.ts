import type { Me, Session } from '@suishoupai/shared/people/contract';
import type { Remembered } from '../state/remembered.ts';
import { ApiError } from './api-error.ts';

export type SessionDeps = {
  kept: Remembered<Session | undefined>;
  /** A fresh one-time code from WeChat, or from its stand-in. */
  newCode: () => Promise<string>;
  /** `agreedTo`: the version of the policy that the person has just agreed to. */
  exchange: (code: string, agreedTo: string | undefined) => Promise<Session>;
  /** A silent renewal was refused until the person agrees again; nobody is signed in any more. */
  onLapse: () => void;
};

export type SessionKeeper = {
  token: () => string | undefined;
  /** For somebody who has just agreed to this version. However many ask at once, one sign-in runs and all get its result. */
  signIn: (agreedTo: string) => Promise<Me>;
  /** Throws `session.missing` when nobody is signed in: nobody is ever signed in without having been asked. */
  ensure: () => Promise<void>;
  /** A token other than the refused one: the newer one if somebody already renewed, else by signing in silently. Not for who signed out meanwhile. */
  renew: (refused: string) => Promise<string>;
  signOut: () => void;
};

type Running = { agreedTo: string | undefined; session: Promise<Session> };

const isLapse = (error: unknown): boolean => error instanceof ApiError && error.code === 'consent.needed';

export const makeSession = ({ kept, newCode, exchange, onLapse }: SessionDeps): SessionKeeper => {
  let running: Running | undefined;

  const enter = async (agreedTo: string | undefined): Promise<Session> => {
    try {
      const session = await exchange(await newCode(), agreedTo);
      kept.set(session);
      return session;
    } catch (error) {
      if (agreedTo === undefined && isLapse(error)) {
        kept.set(undefined);
        onLapse();
      }
      throw error;
    }
  };

  /** A silent renewal under way would not carry the consent: it is waited for, and what it says does not matter. */
  const exchangeOnce = async (agreedTo?: string): Promise<Session> => {
    if (running !== undefined && agreedTo !== undefined && running.agreedTo !== agreedTo)
      await running.session.catch(() => undefined);
    running ??= {
      agreedTo,
      session: enter(agreedTo).finally(() => {
        running = undefined;
      }),
    };
    return running.session;
  };

  return {
    token: () => kept.get()?.token,
    signIn: async (agreedTo) => (await exchangeOnce(agreedTo)).me,
    ensure: async () => {
      if (kept.get() === undefined) throw new ApiError('session.missing');
    },
    renew: async (refused) => {
      const current = kept.get()?.token;
      if (current === undefined) throw new ApiError('session.missing');
      return current === refused ? (await exchangeOnce()).token : current;
    },
    signOut: () => kept.set(undefined),
  };
};
