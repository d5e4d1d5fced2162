import type { ErrorBody } from '@suishoupai/shared/contract/errors';
import type { Route, RouteInput } from '@suishoupai/shared/contract/route';
import type { Answer, Person } from '../functions/test/service.ts';
import type { Dice } from './dice.ts';
import { noAnswer, type Scheduler } from './scheduler.ts';
import type { World } from './world.ts';

/** How a try ended for good: what the server said, or that the phone gave up without ever hearing. */
export type Outcome<R extends Route> = Answer<R> | 'unheard';

const mostTries = 8;

type Deps = { dice: Dice; scheduler: Scheduler; world: World; share: number };

/**
 * A phone as it behaves on a bad line: it asks, and when it hears nothing, or that the server had trouble, it asks the same again under the
 * same id. The request may be lost on the way, arrive twice, or the answer may be lost.
 */
export const makePhones = ({ dice, scheduler, world, share }: Deps) => {
  const atServer = (name: string, work: () => Promise<{ status: number; body: unknown; error: ErrorBody['error'] }>) =>
    scheduler.spawn(`server of ${name}`, work);

  return (person: Person, name: string) => {
    const ask = async <R extends Route>(route: R, input: RouteInput<R>): Promise<Outcome<R>> => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        await scheduler.turn();
        const isLost = dice.chance(share);
        const isAnswerLost = dice.chance(share);
        const isTwice = dice.chance(share);
        if (isLost) continue;
        const work = () => world.service.call(route, { ...input, token: person.token });
        if (isTwice) void atServer(name, work);
        const heard = await scheduler.waitFor(atServer(name, work));
        if (heard === noAnswer || isAnswerLost || heard.status >= 500 || heard.status === 429) continue;
        return heard as Answer<R>;
      }
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
