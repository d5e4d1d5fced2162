import { type Me, peopleRoutes, Session } from '@suishoupai/shared/people/contract';
import Taro from '@tarojs/taro';
import { platform } from '../platform/platform.ts';
import { open, routes } from '../routes.ts';
import { remembered, useRemembered } from '../state/remembered.ts';
import { ApiError, errorOf } from './api-error.ts';
import { base } from './base.ts';
import { makeCall } from './call.ts';
import type { Send } from './send.ts';
import { makeSession } from './session.ts';

const reachListeners = new Set<() => void>();

/** Told of every answer, whatever it says: the service can be reached. */
export const onReached = (listener: () => void): void => void reachListeners.add(listener);

/** The only caller of `Taro.request`, which resolves for any status and rejects when no answer came. */
export const send: Send = async ({ method, url, body, token }) => {
  try {
    const { statusCode, data } = await Taro.request({
      url: base + url,
      method,
      timeout: 15_000,
      ...(body === undefined ? {} : { data: body }),
      header: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
    });
    for (const listener of reachListeners) listener();
    return { status: statusCode, data };
  } catch {
    throw new ApiError('network');
  }
};

const kept = remembered('session', Session);

export const session = makeSession({
  kept,
  newCode: () => platform.signInCode(send),
  exchange: async (code, agreedTo) => {
    const { signIn } = peopleRoutes;
    const body = agreedTo === undefined ? { code } : { code, consentVersion: agreedTo };
    const { status, data } = await send({ method: signIn.method, url: signIn.path, body });
    if (status >= 300) throw errorOf(status, data);
    return data as Session;
  },
  onLapse: () => open(routes.signIn('consent')),
});

export const call = makeCall({ send, session, pause: () => new Promise((resolve) => setTimeout(resolve, 600)) });

/** Who is signed in on this phone, where no screen watches. */
export const whoever = { me: (): Me | undefined => kept.get()?.me, subscribe: kept.subscribe };

/** Who is signed in on this phone; undefined when nobody is. */
export const useMe = (): Me | undefined => useRemembered(kept)?.me;
