import { tooOften } from '@suishoupai/shared/contract/errors';
import { secondsLeft, type Turn, type TurnStore } from './turn-store.ts';

/**
 * How often somebody may do what fills a table or costs money and nothing else bounds. Far above what a person does, also one whose network
 * makes them try again: a repeat under the same id takes no turn.
 */
export const turnLimits = {
  /** For each address, before WeChat is asked; behind one may be a whole neighbourhood of phones. */
  signIn: { most: 3000, minutes: 10 },
  /** Photos and files announced; a report has at least one photo of its own, so this bounds reports too. */
  upload: { most: 300, minutes: 60 },
  /** Reports that staff enter for others, which may have no photo. */
  enter: { most: 60, minutes: 60 },
  comment: { most: 60, minutes: 60 },
  voice: { most: 60, minutes: 60 },
  /** Orders that were refused or given back: those that stand are bounded by points and stock. */
  order: { most: 60, minutes: 60 },
  /** Signing up once more after having withdrawn. */
  signUpAgain: { most: 30, minutes: 60 },
} as const;
type What = keyof typeof turnLimits;

/** Staff write down what others say. */
const timesForStaff = 10;

export type Taker = string | { personId: string; grants: readonly unknown[] };

const turnOf = (what: What, who: Taker): Turn => {
  const { most, minutes } = turnLimits[what];
  const isStaff = typeof who !== 'string' && who.grants.length > 0;
  return {
    what,
    who: typeof who === 'string' ? who : who.personId,
    most: isStaff ? most * timesForStaff : most,
    windowSeconds: minutes * 60,
  };
};

export const makeTurns = (store: TurnStore) => ({
  /** Takes a turn; AppError `request.tooOften` when none is left. */
  take: async (what: What, who: Taker, now: Date): Promise<void> => {
    const turn = turnOf(what, who);
    if (!(await store.take(turn, now))) throw tooOften(secondsLeft(turn, now));
  },
  /** The same without taking it, for what takes one only if it goes wrong. */
  demand: async (what: What, who: Taker, now: Date): Promise<void> => {
    const turn = turnOf(what, who);
    if (!(await store.isLeft(turn, now))) throw tooOften(secondsLeft(turn, now));
  },
  /** Takes a turn if there is one; keeps nobody from anything now, but from the next `demand`. */
  spend: async (what: What, who: Taker, now: Date): Promise<void> => {
    await store.take(turnOf(what, who), now);
  },
});

export type Turns = ReturnType<typeof makeTurns>;

/** Who stands behind an address: of IPv6 a subscriber has a whole /64. */
export const addressee = (address: string | undefined): string => {
  if (address === undefined) return 'ip#unknown';
  if (!address.includes(':')) return `ip#${address}`;
  const [head = '', tail] = address.split('::');
  const given = head.split(':').filter((group) => group !== '');
  const rest = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - given.length - rest.length }, () => '0');
  return `ip#${[...given, ...zeros, ...rest].slice(0, 4).join(':')}`;
};
