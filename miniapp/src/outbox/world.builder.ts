import type { ActionId, PersonId, TicketId } from '@suishoupai/shared/ids';
import { ApiError, type ApiErrorCode } from '../api/api-error.ts';
import type { DraftPhoto } from '../photos/draft-photo.ts';
import { aPhoto, aTail } from '../photos/photo.builder.ts';
import type { Entry } from './entry.ts';
import { type Given, makeOutbox, type OutboxDeps } from './outbox.ts';
import { makeShelf } from './shelf.ts';

/** `requestLost`: nothing arrives; `answerLost`: it arrives and the phone never hears. */
export type Network = 'up' | 'off' | 'requestLost' | 'answerLost';

export const [li, wang]: PersonId[] = [`usr_${aTail()}`, `usr_${aTail()}`];
const lanes: TicketId[] = [0, 1, 2].map(() => `tkt_xfl_${aTail()}`);

const never = <T>(): Promise<T> => new Promise(() => undefined);

export const aConfirm = ({ lane = 0, photos = [] as DraftPhoto[] } = {}): Given<'confirm'> => {
  const ticketId = lanes[lane] ?? `tkt_xfl_${aTail()}`;
  const id: ActionId = `act_${aTail()}`;
  const photoIds = photos.map((photo) => photo.id);
  return {
    title: '修好了',
    params: { ticketId },
    body: { id, version: 1, photoIds },
    photos,
    lane: ticketId,
    from: '/ticket',
  };
};

export const unsentPhoto = () => aPhoto({ state: 'waiting', path: `kept:${aTail()}` });

/** A service that writes each id once, a network that loses things, and a phone whose program can end at any moment. */
export const aWorld = (overrides: Partial<OutboxDeps> = {}) => {
  const disk = new Map<string, string>();
  const world = {
    network: 'up' as Network,
    me: li as PersonId | undefined,
    /** Everything that arrived, in its order, with who was signed in. */
    arrived: [] as { key: string; by: PersonId | undefined; entry: Entry }[],
    refusals: new Map<string, ApiErrorCode>(),
    files: [] as string[],
    isFull: false,
    /** How many more things the running program gets done before it ends; undefined: it runs on. */
    effectsLeft: undefined as number | undefined,
  };

  const serve = (entry: Entry): unknown => {
    const code = world.refusals.get(entry.key);
    if (code !== undefined) throw new ApiError(code);
    if (!world.arrived.some(({ key }) => key === entry.key))
      world.arrived.push({ key: entry.key, by: world.me, entry });
    return { id: entry.key };
  };

  /** The program starts on what the phone holds; the one before is dead. */
  const start = () => {
    const life = { isOver: false };
    world.effectsLeft = undefined;
    const happens = (): boolean => {
      if (world.effectsLeft === 0) life.isOver = true;
      if (life.isOver) return false;
      if (world.effectsLeft !== undefined) world.effectsLeft -= 1;
      return true;
    };
    const alive = async <T>(work: () => T): Promise<T> => {
      await Promise.resolve();
      return happens() ? work() : await never();
    };
    const reach = async <T>(work: () => T): Promise<T> => {
      const { network } = world;
      if (network === 'off' || network === 'requestLost')
        await alive(() => {
          throw new ApiError('network');
        });
      const answer = await alive(work);
      if (network === 'answerLost')
        await alive(() => {
          throw new ApiError('network');
        });
      return await alive(() => answer);
    };
    const outbox = makeOutbox({
      shelf: makeShelf({
        keys: (prefix) => [...disk.keys()].filter((key) => key.startsWith(prefix)),
        read: (key) => JSON.parse(disk.get(key) ?? 'null'),
        write: (key, value) => {
          if (!happens()) return false;
          if (value === undefined) disk.delete(key);
          else if (world.isFull) return false;
          else disk.set(key, JSON.stringify(value));
          return true;
        },
      }),
      me: () => world.me,
      now: () => '2026-11-22T02:00:00.000Z',
      carry: async (list) => {
        for (const { id } of list.get().filter(({ state }) => state !== 'ready'))
          await reach(() => list.tell(id, { state: 'ready' })).catch(() => list.tell(id, { state: 'failed' }));
        return { lost: 0, isSignInNeeded: false };
      },
      send: (entry) => reach(() => serve(entry)),
      isOnline: () => alive(() => world.network !== 'off'),
      dropFiles: (paths) => world.files.push(...paths),
      lookAgain: async () => ({ meanwhile: undefined }),
      ...overrides,
    });
    return {
      outbox,
      kill: () => {
        life.isOver = true;
      },
      isOver: () => life.isOver,
    };
  };

  const states = (outbox: ReturnType<typeof makeOutbox>) => outbox.items().map(({ key, state }) => [key, state]);
  return { world, disk, start, states, keysArrived: () => world.arrived.map(({ key }) => key) };
};
