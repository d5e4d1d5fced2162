import { type Route, type RouteInput, type RouteResponse, routeUrl } from '@suishoupai/shared/contract/route';
import { ApiError, errorOf, needsSignIn } from './api-error.ts';
import type { Send } from './send.ts';
import type { SessionKeeper } from './session.ts';

export type CallDeps = { send: Send; session: SessionKeeper; pause: () => Promise<void> };

type Parts = { params?: object; query?: object; body?: object };
type InputOf<R extends Route> = keyof RouteInput<R> extends never ? [] : [input: RouteInput<R>];
export type Call = <const R extends Route>(route: R, ...input: InputOf<R>) => Promise<RouteResponse<R>>;

const repeatable = (route: Route, body: object | undefined): boolean =>
  route.method === 'GET' || (body !== undefined && 'id' in body);

/**
 * The typed client. Answers are not parsed again: the service parsed them by the same schema, and a phone with an older version must
 * live with a newer answer. No answer is repeated once when that is harmless; a refused token is renewed once, and done without where
 * it is not needed.
 */
export const makeCall = ({ send, session, pause }: CallDeps): Call => {
  const attempt = async (route: Route, { params, query, body }: Parts, token: string | undefined) => {
    const request = { method: route.method, url: routeUrl(route.path, params, query), body, token };
    const { status, data } = await send(request).catch(async (lost: unknown) => {
      if (!repeatable(route, body)) throw lost;
      await pause();
      return await send(request);
    });
    if (status >= 200 && status < 300) return data;
    throw errorOf(status, data);
  };

  /** What anyone may see is still to be had when nobody can be signed in; why not is told only when that fails too. */
  const renewed = async (route: Route, parts: Parts, refused: string): Promise<unknown> => {
    let token: string;
    try {
      token = await session.renew(refused);
    } catch (error) {
      if (route.access !== 'anyone') throw error;
      return await attempt(route, parts, undefined).catch(() => {
        throw error;
      });
    }
    return await attempt(route, parts, token);
  };

  const request = async (route: Route, parts: Parts): Promise<unknown> => {
    const token = session.token();
    if (token === undefined && route.access !== 'anyone') throw new ApiError('session.missing');
    try {
      return await attempt(route, parts, token);
    } catch (error) {
      if (token === undefined || !needsSignIn(error)) throw error;
      return await renewed(route, parts, token);
    }
  };

  return (route, ...[input]) => request(route, input ?? {}) as Promise<RouteResponse<typeof route>>;
};
