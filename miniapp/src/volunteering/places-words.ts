import type { ActivityCard } from '@suishoupai/shared/volunteering/contract';

type Places = Pick<ActivityCard, 'places' | 'taken' | 'waiting'>;

/** How many places are left, or how many wait. */
export const placesWords = ({ places, taken, waiting }: Places): string => {
  if (taken < places) return `还有 ${places - taken} 个名额`;
  return waiting === 0 ? '名额满了' : `名额满了，${waiting} 人候补`;
};

/** Where the person stands; undefined for who never signed up. */
export const mineWords = ({ mine }: Pick<ActivityCard, 'mine'>): string | undefined => {
  switch (mine?.standing) {
    case undefined:
      return undefined;
    case 'in':
      return '您已报名';
    case 'waiting':
      return `您在候补第 ${mine.position ?? 1} 位`;
    case 'withdrawn':
      return '您已退出';
    default:
      return mine?.standing satisfies undefined;
  }
};
