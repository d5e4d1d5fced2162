import { type Desk, kindOf } from '../../desks.ts';

/** What somebody at a desk does beside the queue. */
export type Tool = 'patrol' | 'visits' | 'templates' | 'activity' | 'editDuty' | 'duty';

/** The desk whose tools they are: lists that are nobody's own hang on that of whoever watches them. */
export const seatOf = (desk: Desk, desks: readonly Desk[]): Desk => {
  const kind = kindOf(desk);
  if (kind !== 'review' && kind !== 'all') return desk;
  const isSeat = (each: Desk) => each.desk === 'community' || each.desk === 'street';
  return desks.find((each) => each.communityId === desk.communityId && isSeat(each)) ?? desk;
};

export const toolsOf = (seat: Pick<Desk, 'desk'>): Tool[] => {
  const kind = kindOf(seat);
  const outside: Tool[] = kind === 'grid' || kind === 'community' ? ['patrol', 'visits'] : [];
  return [...outside, 'templates', 'activity', kind === 'community' ? 'editDuty' : 'duty'];
};
