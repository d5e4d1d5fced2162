import { type Route, routeUrl } from '@suishoupai/shared/contract/route';
import { allRoutes } from '@suishoupai/shared/contract/routes';
import type { Service } from '../service.ts';

export type Name = keyof typeof allRoutes;
export type Asked = { params?: object; query?: object; body?: object };

export const routeOf = (name: Name): Route => allRoutes[name];
export const names = Object.keys(allRoutes) as Name[];

/** One request by the name of its route; `raw` is the answer as it left. */
export const ask = async (service: Pick<Service, 'fetch'>, name: Name, token: string | undefined, asked: Asked) => {
  const { params = {}, query = {}, body } = asked;
  const { method, path } = routeOf(name);
  const answer = await service.fetch(routeUrl(path, params, query), {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, raw: await answer.text(), type: answer.headers.get('content-type') ?? '' };
};

/** What was asked for; a refusal while the world is built is the world's own mistake. */
export const doing =
  (service: Pick<Service, 'fetch'>) =>
  async ({ token }: { token: string }, name: Name, asked: Asked = {}): Promise<Record<string, unknown>> => {
    const { status, raw } = await ask(service, name, token, asked);
    if (status !== 200) throw new Error(`${name} ${status}: ${raw} for ${JSON.stringify(asked)}`);
    return JSON.parse(raw) as Record<string, unknown>;
  };
export type Do = ReturnType<typeof doing>;
