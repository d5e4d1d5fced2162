import type { ErrorBody } from '@suishoupai/shared/contract/errors';
import type { Route, RouteInput } from '@suishoupai/shared/contract/route';
import type { Answer, Person } from '../functions/test/service.ts';
import type { Faults } from './faults.ts';
import { noAnswer, type Scheduler } from './scheduler.ts';
import { limits, type World } from './world.ts';

/** How a try ended for good: what the server said, or that the phone gave up without ever hearing. */
export type Outcome<R extends Route> = Heard<R> | 'unheard';
/** `isOpen`: another copy of the request is still under way, and what was refused for something that passes may yet be done by it. */
type Heard<R extends Route> = Answer<R> & { isOpen: boolean };
/** The same in one word. */
export type Told = 'done' | 'refused' | 'unheard';

export const toldBy = (outcome: { status: number } | 'unheard'): Told =>
  outcome === 'unheard' ? outcome : outcome.status === 200 ? 'done' : 'refused';

/** The same where what is refused may pass: whoever was refused while another copy was under way has not heard the end of it. */
export const toldSoFar = (outcome: { status: number; isOpen: boolean } | 'unheard'): Told =>
  outcome !== 'unheard' && outcome.status !== 200 && outcome.isOpen ? 'unheard' : toldBy(outcome);

const mostTries = 8;
const onTheLine = ['phoneLost', 'phoneUnheard', 'phoneTwice', 'phoneRestarted'] as const;

/** How often something was asked for and how it ended, by route and answer. */
export type Ended = Record<string, number>;

type Deps = { scheduler: Scheduler; world: World; faults: Faults; ended: Ended };
type Answered = { status: number; body: unknown; error: ErrorBody['error'] };

/**
 * A phone as it behaves on a bad line: it asks, and when it hears nothing, or that the server had trouble, it asks the same again under the
 * same id. The request may be lost on the way or arrive twice, the answer may be lost, and the app may be closed while it waits and take up
 * what it had begun when it is opened again.
 */
export const makePhones = ({ scheduler, world, faults, ended }: Deps) => {
  const note = ({ method, path }: Route, how: string): void => {
    if (method === 'GET') return;
    const name = `${path.replace('/v1/', '')} ${how}`;
    ended[name] = (ended[name] ?? 0) + 1;
  };
  const atServer = (name: string, work: () => Promise<Answered>) =>
    scheduler.spawn(`server of ${name}`, work, limits.request);

  return (person: Person, name: string) => {
    const ask = async <R extends Route>(route: R, input: RouteInput<R>): Promise<Outcome<R>> => {
      let copies = 0;
      const copy = (): ReturnType<typeof atServer> => {
        copies += 1;
        return atServer(name, () => world.service.call(route, { ...input, token: person.token })).finally(() => {
          copies -= 1;
        });
      };
      for (let tries = 0; tries < mostTries; tries += 1) {
        await scheduler.turn();
        const kind = faults.draw(onTheLine, `${route.method} ${route.path}`, 4);
        if (kind === 'phoneLost') continue;
        if (kind === 'phoneTwice') void copy();
        if (kind === 'phoneRestarted') {
          void copy();
          for (let turns = 0; turns < 5; turns += 1) await scheduler.turn();
          continue;
        }
        const heard = await scheduler.waitFor(copy());
        if (heard === noAnswer || kind === 'phoneUnheard' || heard.status >= 500 || heard.status === 429) continue;

        note(route, heard.status === 200 ? 'done' : heard.error.code);
        return { ...(heard as Answer<R>), isOpen: copies > 0 || faults.isOnItsWay(`server of ${name}`) };
      }
      note(route, 'unheard');
      return 'unheard';
    };
    /** Looks, which changes nothing: the body, or undefined when nothing was heard or there was nothing to see. */
    const look = async <R extends Route>(route: R, input: RouteInput<R>) => {
      const outcome = await ask(route, input);
      return outcome === 'unheard' || outcome.status !== 200 ? undefined : outcome.body;
    };
    return { ask, look, pause: world.news, personId: person.personId, name };
  };
};

export type Phone = ReturnType<ReturnType<typeof makePhones>>;
