import type { RouteInput } from '@suishoupai/shared/contract/route';
import type { ActionId, DepartmentId, TicketId } from '@suishoupai/shared/ids';
import type { Point } from '@suishoupai/shared/places/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import type { Topic } from '@suishoupai/shared/topics/contract';
import type { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';

/** A ticket in the making, of what was decided. */
export type Order = {
  words: string;
  categoryCode: string | undefined;
  departmentId: DepartmentId | undefined;
  basis: string | undefined;
  label: string;
  point: Point | undefined;
};

/** The report that a topic came from, the first of them. */
export const causeOf = ({ tickets }: Pick<Topic, 'tickets'>): TicketId | undefined =>
  tickets.find(({ link }) => link === 'from')?.ticketId;

/** What a ticket starts from: the kind and the place of what was reported, as far as this viewer may see it. */
export const startFrom = ({
  categoryCode,
  place: { label = '', point },
}: Pick<TicketView, 'categoryCode' | 'place'>): Pick<Order, 'categoryCode' | 'label' | 'point'> => ({
  categoryCode,
  label,
  point,
});

export type Ground = { id: string; name: string; note: string };

/** What can authorise a ticket: a vote whose result stands, minutes that both signed, and on the fast path the committee's word. */
export const groundsOf = ({
  votes,
  meetings,
  path,
  steps,
}: Pick<Topic, 'votes' | 'meetings' | 'path' | 'steps'>): Ground[] => [
  ...votes.filter(({ state }) => state === 'final').map(({ id, title }) => ({ id, name: title, note: '生效的表决' })),
  ...meetings.filter(({ isSigned }) => isSigned).map(({ id, title }) => ({ id, name: title, note: '双签的会议纪要' })),
  ...(path === 'fast' && steps.some(({ step, doneAt }) => step === 'decide' && doneAt !== undefined)
    ? [{ id: 'committee', name: '居委会的决定', note: '写在议题的经过里' }]
    : []),
];

export const missingIn = ({ words, categoryCode, basis, point }: Order): string | undefined => {
  if (words.trim().length < 5) return '写明要办什么，至少 5 个字';
  if (basis === undefined) return '选一个依据';
  if (categoryCode === undefined) return '选一个类别';
  return point === undefined ? '选一个位置' : undefined;
};

type Body = RouteInput<typeof topicStaffRoutes.orderTicket>['body'];

/** What is sent; undefined while something is missing. */
export const bodyOf = (
  { words, categoryCode, departmentId, basis, label, point }: Order,
  seen: { id: ActionId; version: number; ticketId: TicketId },
): Body | undefined => {
  if (categoryCode === undefined || basis === undefined || point === undefined) return undefined;
  const address = label.trim();
  return {
    ...seen,
    categoryCode,
    words: words.trim(),
    basis,
    ...(departmentId === undefined ? {} : { departmentId }),
    place: { lng: point.lng, lat: point.lat, datum: point.datum, ...(address === '' ? {} : { address }) },
  };
};
