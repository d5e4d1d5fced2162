import type { TicketView } from '@suishoupai/shared/tickets/contract';

type Joined = Pick<TicketView, 'joins' | 'hasJoined' | 'canJoin' | 'relation'>;

/** How many neighbours have met the same, from where the viewer stands; undefined when there is nothing to say. */
export const joinWords = ({
  joins,
  hasJoined,
  canJoin,
  relation,
}: Joined): { title: string; note: string | undefined } | undefined => {
  // The count may be a moment older than the viewer's own joining.
  const others = Math.max(0, joins - 1);
  if (hasJoined)
    return {
      title: others === 0 ? '您已同感' : `您和 ${others} 位邻居同感`,
      note: '有进展会告诉您，办结后可以评价',
    };
  // Staff do their part elsewhere.
  if (canJoin && relation !== 'staff')
    return {
      title: joins === 0 ? '您也遇到了吗？' : `${joins} 位邻居同感`,
      note: '点「同感」，有进展会告诉您，不用再报一次',
    };
  return joins === 0 ? undefined : { title: `${joins} 位邻居同感`, note: undefined };
};

/** On the button itself. */
export const joinText = ({ joins }: Pick<Joined, 'joins'>): string => (joins === 0 ? '同感' : `同感 · ${joins}`);
