import type { VoteCard } from '@suishoupai/shared/votes/contract';
import { percentWords } from '../../hall/percent.ts';

const words = { canCast: '您还没投', partly: '您还有票没投', cast: '您已投' } as const;

/** Where I stand in an open vote, in a few words; undefined for whoever has no place in it. */
export const myStanding = ({ mine }: Pick<VoteCard, 'mine'>): { text: string; isDone: boolean } | undefined =>
  mine === undefined || mine === 'none' ? undefined : { text: words[mine], isDone: mine === 'cast' };

/** 「参与 61.4%」 on the dimension that is furthest from enough; undefined where it is not shown. */
export const turnoutWords = ({ turnout }: Pick<VoteCard, 'turnout'>): string | undefined => {
  if (turnout === undefined) return undefined;
  const { eligible, participating } = turnout;
  const heads = { part: participating.heads, whole: eligible.heads };
  const sides = eligible.area === 0 ? [heads] : [heads, { part: participating.area, whole: eligible.area }];
  const [least] = sides.sort((a, b) => a.part / (a.whole || 1) - b.part / (b.whole || 1));
  return least && `参与 ${percentWords(least.part, least.whole)}`;
};
