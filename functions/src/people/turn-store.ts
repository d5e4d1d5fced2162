import * as z from 'zod/mini';
import type { Table } from '../dynamo/table.ts';

/** One of the turns of somebody at something: so many in each window of time. */
export type Turn = { who: string; what: string; most: number; windowSeconds: number };

export type TurnStore = {
  /** Takes a turn of the running window; false when none is left. At once: no more than there are. One write unit either way. */
  take: (turn: Turn, now: Date) => Promise<boolean>;
  /** Whether a turn is left, read consistently; takes none. */
  isLeft: (turn: Turn, now: Date) => Promise<boolean>;
};

const Window = z.object({ taken: z.int() });

const numberOf = ({ windowSeconds }: Turn, now: Date) => Math.floor(now.getTime() / 1000 / windowSeconds);
/** Windows follow one another without a gap, so one write needs to know nothing of the one before. */
export const secondsLeft = (turn: Turn, now: Date): number =>
  Math.ceil((numberOf(turn, now) + 1) * turn.windowSeconds - now.getTime() / 1000);

// Roles may write no other item of the table than those whose key begins so (resources/roles.yml).
const turnKey = (turn: Turn, now: Date) => ({ pk: `turns#${turn.who}`, sk: `${turn.what}#${numberOf(turn, now)}` });

export const makeMemoryTurnStore = (): TurnStore => {
  const windows = new Map<string, number>();
  const nameOf = (turn: Turn, now: Date) => JSON.stringify(turnKey(turn, now));
  const takenOf = (turn: Turn, now: Date) => windows.get(nameOf(turn, now)) ?? 0;
  return {
    take: async (turn, now) => {
      const taken = takenOf(turn, now);
      if (taken < turn.most) windows.set(nameOf(turn, now), taken + 1);
      return taken < turn.most;
    },
    isLeft: async (turn, now) => takenOf(turn, now) < turn.most,
  };
};

export const makeDynamoTurnStore = (table: Pick<Table, 'get' | 'update'>): TurnStore => ({
  take: async (turn, now) => {
    const { applied } = await table.update(
      turnKey(turn, now),
      'ADD taken :one SET expiresAt = :expiresAt',
      'attribute_not_exists(pk) OR taken < :most',
      {
        values: {
          ':one': 1,
          ':most': turn.most,
          ':expiresAt': Math.floor(now.getTime() / 1000) + secondsLeft(turn, now),
        },
      },
    );
    return applied;
  },
  isLeft: async (turn, now) => {
    const item = await table.get(turnKey(turn, now));
    return item === undefined || z.parse(Window, item).taken < turn.most;
  },
});
