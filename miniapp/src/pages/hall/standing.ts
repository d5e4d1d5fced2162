import type { MySlot, Vote } from '@suishoupai/shared/votes/contract';

type Mine = Pick<Vote, 'mine' | 'whyNot' | 'isChangeable'>;

const isIn = ({ ballot, isOnPaper }: MySlot): boolean => ballot !== undefined || isOnPaper;

/** Where I stand in an open vote, in a few words; undefined for whoever has no place in it. */
export const myStanding = ({ mine, isChangeable }: Mine): { text: string; isDone: boolean } | undefined => {
  if (mine.length === 0) return undefined;
  const left = mine.filter((slot) => !isIn(slot)).length;
  if (left > 0) return { text: mine.length === 1 ? '您还没投' : `您还有 ${left} 票没投`, isDone: false };
  return { text: isChangeable && mine.some(({ mayCast }) => mayCast) ? '您已投，截止前可改' : '您已投', isDone: true };
};
