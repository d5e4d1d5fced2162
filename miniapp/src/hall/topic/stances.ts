import type { Stance, Voice } from '@suishoupai/shared/topics/contract';

export type Stances = Partial<Record<Stance, number>>;
type Shown = Pick<Voice, 'stance' | 'isMine' | 'safety' | 'replyTo'>;

/** The counts with what I have just said, which stands with the others already and is counted once its words have passed. */
export const stancesWith = (counted: Stances | undefined, voices: readonly Shown[]): Stances | undefined => {
  if (counted === undefined) return undefined;
  const fresh = voices.filter(({ isMine, safety, replyTo }) => isMine && safety === 'pending' && replyTo === undefined);
  const sum = { ...counted };
  for (const { stance } of fresh) sum[stance] = (sum[stance] ?? 0) + 1;
  return sum;
};
