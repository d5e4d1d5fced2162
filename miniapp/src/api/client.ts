import { type Me, peopleRoutes, Session } from '@suishoupai/shared/people/contract';
import Taro from '@tarojs/taro';
import { platform } from '../platform/platform.ts';
import { remembered, useRemembered } from '../state/remembered.ts';
import { ApiError, errorOf } from './api-error.ts';
import { makeCall } from './call.ts';
import type { Send } from './send.ts';
import { makeSession } from './session.ts';

/** H5 is served by the same origin as the API. */
const base = process.env['TARO_APP_API'] ?? '';

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
    return { status: statusCode, data };
  } catch {
    throw new ApiError('network');
  }
};

const kept = remembered('session', Session);

export const session = makeSession({
  kept,
  newCode: () => platform.signInCode(send),
  exchange: async (code) => {
    const { signIn } = peopleRoutes;
    const { status, data } = await send({ method: signIn.method, url: signIn.path, body: { code } });
    if (status >= 300) throw errorOf(status, data);
    return data as Session;
  },
});

export const call = makeCall({ send, session, pause: () => new Promise((resolve) => setTimeout(resolve, 600)) });

/** Who is signed in on this phone; undefined when nobody is. */
export const useMe = (): Me | undefined => useRemembered(kept)?.me;
