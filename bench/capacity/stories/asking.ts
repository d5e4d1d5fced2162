import type { Route, RouteInput, RouteResponse } from '@suishoupai/shared/contract/route';
import type { Person, Service } from '../../../functions/test/service.ts';

/** What somebody asks of the service, where nothing but a success will do. */
export const asking =
  (service: Pick<Service, 'call'>) =>
  async <R extends Route>(
    route: R,
    person: Pick<Person, 'token'> | undefined,
    input: RouteInput<R>,
  ): Promise<RouteResponse<R>> => {
    const { status, body, error } = await service.call(route, { ...input, token: person?.token });
    if (status !== 200) throw new Error(`${route.method} ${route.path}: ${status} ${JSON.stringify(error)}`);
    return body;
  };

/** One after the other, so many times. */
export const times = async (count: number, run: (index: number) => Promise<unknown>): Promise<void> => {
  for (let index = 0; index < count; index += 1) await run(index);
};

export const xfl = { communityId: 'xfl' };
/** More than a page. */
export const pageful = 25;
