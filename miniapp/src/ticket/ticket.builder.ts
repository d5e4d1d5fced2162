import type { TicketView } from '@suishoupai/shared/tickets/contract';

type Event = TicketView['events'][number];

const tail = '0'.repeat(26);

export const anEvent = (number: number, given: Partial<Event> = {}): Event => ({
  id: `evt_${String(number).padStart(26, '0')}`,
  at: '2025-06-09T11:42:00.000Z',
  step: 'report',
  state: 'reported',
  actor: '居民',
  photos: [],
  ...given,
});

export const aPhoto = (number: number, given: Partial<Event['photos'][number]> = {}): Event['photos'][number] => ({
  id: `med_${String(number).padStart(26, '0')}`,
  url: `/full/${number}`,
  thumbUrl: `/thumb/${number}`,
  ...given,
});

export const aTicket = (given: Partial<TicketView> = {}): TicketView => ({
  id: `tkt_xfl_${tail}`,
  number: '250609-00000',
  communityId: 'xfl',
  categoryCode: '010207',
  categoryName: '路灯',
  title: '3 栋门前路灯不亮',
  state: 'dispatched',
  outcome: 'open',
  department: { id: 'dep_wuye', name: '幸福物业' },
  grid: { id: 'grd_07', name: '网格 07' },
  reportedAt: '2025-06-09T11:42:00.000Z',
  version: 3,
  joins: 0,
  repeats: 0,
  relation: 'public',
  place: {},
  isHeld: false,
  channel: 'app',
  clocks: [],
  tasks: [],
  stages: [],
  returns: 0,
  reopens: 0,
  rectifications: 0,
  hasJoined: false,
  canJoin: false,
  events: [anEvent(1)],
  can: [],
  ...given,
});

export const aTask = (given: Partial<TicketView['tasks'][number]> = {}): TicketView['tasks'][number] => ({
  department: { id: 'dep_cg', name: '城管中队' },
  task: '劝离占道经营',
  state: 'open',
  isLate: false,
  isMine: false,
  ...given,
});
