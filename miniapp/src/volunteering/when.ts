import { exactTime } from '@suishoupai/shared/time/china';
import type { ActivityCard } from '@suishoupai/shared/volunteering/contract';

/** 「11月21日 09:00–11:00」, or both days when it goes past midnight. */
export const whenWords = ({ startsAt, endsAt }: Pick<ActivityCard, 'startsAt' | 'endsAt'>): string => {
  const [day, from] = exactTime(startsAt).split(' ');
  const [lastDay, until] = exactTime(endsAt).split(' ');
  return day === lastDay ? `${day} ${from}–${until}` : `${day} ${from} 到 ${exactTime(endsAt)}`;
};
