import type { ClaimForStaff } from '@suishoupai/shared/households/contract';
import type { Tone } from '../../ui/chip.tsx';

export type Verdict = { text: string; tone: Tone; isGood: boolean };

/** What the roll says to a request, in a word or two: the first thing that whoever decides wants to know. */
export const verdictOf = ({ as, unit }: Pick<ClaimForStaff, 'as' | 'unit'>): Verdict => {
  if (unit === undefined) return { text: '名册里没有这套房', tone: 'soon', isGood: false };
  if (as === 'member') return { text: '名册里有这套房', tone: 'info', isGood: true };
  if (unit.status !== 'sold') return { text: '还是建设单位的房', tone: 'soon', isGood: false };
  return unit.owners.some(({ isClaimed }) => isClaimed)
    ? { text: '和名册上的业主相符', tone: 'brand', isGood: true }
    : { text: '名册上没有这个业主', tone: 'soon', isGood: false };
};

/** The owners as the roll may show them here, the one that is claimed marked. */
export const ownersWords = ({ unit }: Pick<ClaimForStaff, 'unit'>): string | undefined => {
  if (unit === undefined) return undefined;
  if (unit.owners.length === 0) return '名册上没有业主';
  return unit.owners.map(({ masked, isClaimed }) => (isClaimed ? `${masked}（申请人）` : masked)).join('、');
};
