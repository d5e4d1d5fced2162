import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { ErrorBody } from '@suishoupai/shared/contract/errors';
import { type Route, type RouteInput, type RouteResponse, routeUrl } from '@suishoupai/shared/contract/route';
import { allRoutes } from '@suishoupai/shared/contract/routes';
import { anActionId } from '../../functions/test/builders.ts';
import { type Answer, aService, type Service } from '../../functions/test/service.ts';
import type { Change, Reading, Touch, Units } from '../meter/meter.ts';
import type { Tables } from './tables.ts';

export type RouteName = keyof typeof allRoutes;
/** How often, and on what, the same thing was asked: for the first time, word for word again, from a page that is out of date, or refused. */
export type Kind = 'first' | 'again' | 'stale' | 'refused';
export type Entry = {
  route: RouteName;
  kind: Kind;
  code: string;
  units: Units;
  /** What the streams' consumers took afterwards. */
  follows: Units;
  touches: readonly Touch[];
  followed: readonly Touch[];
};
/** What the clock did. */
export type Swept = { what: string; units: Units; follows: Units };

const routes = Object.entries(allRoutes) as [RouteName, Route][];
const patterns = routes.map(([name, { method, path }]) => ({
  name,
  method,
  pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
  weight: path.split('{').length,
}));
/** Of two that fit (a name, and a parameter in its place) the one with fewer parameters. */
const nameOf = (method: string, path: string): RouteName | undefined =>
  patterns
    .filter((each) => each.method === method && each.pattern.test(path))
    .toSorted((a, b) => a.weight - b.weight)[0]?.name;

const plus = (one: Units, other: Units): Units => ({
  write: one.write + other.write,
  read: one.read + other.read,
  indexWrite: one.indexWrite + other.indexWrite,
  indexRead: one.indexRead + other.indexRead,
  transacted: one.transacted + other.transacted,
  calls: one.calls + other.calls,
});
const noUnits: Units = { write: 0, read: 0, indexWrite: 0, indexRead: 0, transacted: 0, calls: 0 };

/**
 * The whole service on counted tables, through its front door. Every request is written down with what it took; what follows of its writes
 * is done after its answer, as the streams do it, and counted apart. The first success of each route that writes is sent once more word for
 * word, and once more with a new id from the page as it was, if it names a version.
 */
export const recorded = async ({ stores, counter }: Pick<Tables, 'stores' | 'counter'>) => {
  const service = await aService(stores, { isFollowed: false });
  const entries: Entry[] = [];
  const swept: Swept[] = [];
  const repeated = new Set<RouteName>();

  const follow = async ({ table, ...images }: Change): Promise<void> => {
    const change = {
      before: images.before && unmarshall(images.before),
      after: images.after && unmarshall(images.after),
    };
    if (table.endsWith('-tickets')) await service.followTickets(change);
    if (table.endsWith('-deliberations')) await service.followHall(change);
    if (!table.endsWith('-people') && !table.endsWith('-places') && !table.endsWith('-media')) {
      await service.followPoints(change);
    }
  };
  /** Until nothing follows any more. */
  const followAll = async (changes: readonly Change[]): Promise<Pick<Reading, 'units' | 'touches'>> => {
    let [units, due]: [Units, readonly Change[]] = [noUnits, changes];
    const touches: Touch[] = [];
    while (due.length > 0) {
      for (const change of due) await follow(change);
      const reading = counter.take();
      units = plus(units, reading.units);
      touches.push(...reading.touches);
      due = reading.changes;
    }
    return { units, touches };
  };
  /** Runs on its own account: what a builder wrote before belongs to nobody. */
  const counted = async <T>(run: () => Promise<T>) => {
    await followAll(counter.take().changes);
    const result = await run();
    const { units, touches, changes } = counter.take();
    return { result, units, touches, follows: await followAll(changes) };
  };

  const write = (
    route: RouteName,
    kind: Kind,
    { result, units, touches, follows }: Awaited<ReturnType<typeof counted<Response>>>,
    code: string,
  ) => {
    entries.push({ route, kind, code, units, follows: follows.units, touches, followed: follows.touches });
    return result;
  };
  const codeOf = async (response: Response): Promise<string> => {
    if (response.status < 400) return '';
    const { error } = (await response.clone().json()) as { error?: { code?: string } };
    return error?.code ?? String(response.status);
  };

  const fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', body } = init;
    const name = nameOf(method, path.split('?')[0] ?? '');
    if (name === undefined) return service.fetch(path, init);
    const first = await counted(async () => service.fetch(path, init));
    const code = await codeOf(first.result);
    write(name, code === '' ? 'first' : 'refused', first, code);
    if (code !== '' || method === 'GET' || repeated.has(name)) return first.result;
    repeated.add(name);
    const again = await counted(async () => service.fetch(path, init));
    write(name, 'again', again, await codeOf(again.result));
    const said: unknown = JSON.parse(String(body ?? '{}'));
    if (typeof said === 'object' && said !== null && 'version' in said && 'id' in said) {
      const stale = { ...init, body: JSON.stringify({ ...said, id: anActionId() }) };
      const seen = await counted(async () => service.fetch(path, stale));
      write(name, 'stale', seen, await codeOf(seen.result));
    }
    return first.result;
  };
  const call = async <R extends Route>(
    route: R,
    input: RouteInput<R> & { token?: string | undefined },
  ): Promise<Answer<R>> => {
    const { params, query, body, token } = input as { params?: object; query?: object; body?: unknown; token?: string };
    const response = await fetch(routeUrl(route.path, params, query), {
      method: route.method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isFile = response.ok && route.file !== undefined;
    const json = (isFile ? {} : await response.json()) as { error?: ErrorBody['error'] };
    return {
      status: response.status,
      body: json as RouteResponse<R>,
      error: json.error ?? { code: 'internal', message: '' },
    };
  };

  const sweeping =
    <T>(what: string, sweep: (now: Date) => Promise<T>) =>
    async (now: Date): Promise<T> => {
      const { result, units, follows } = await counted(() => sweep(now));
      swept.push({ what, units, follows: follows.units });
      return result;
    };
  const measured: Service = {
    ...service,
    fetch,
    call,
    sweep: sweeping('sweep', service.sweep),
    sendHeld: sweeping('sendHeld', service.sendHeld),
    sweepVotes: sweeping('sweepVotes', service.sweepVotes),
    sweepTopics: sweeping('sweepTopics', service.sweepTopics),
    sweepPoints: sweeping('sweepPoints', service.sweepPoints),
  };
  return { service: measured, entries, swept };
};

export type Recorder = Awaited<ReturnType<typeof recorded>>;
