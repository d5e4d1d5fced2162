import { idTail, type MediaId, newTicketId, type PersonId, type TicketId } from '@suishoupai/shared/ids';
import type { Community, DutyLine, Polygon } from '@suishoupai/shared/places/contract';
import { openTicket } from '../src/tickets/loop.ts';
import type { Ticket } from '../src/tickets/record.ts';

let count = 0;
/** A fresh id tail: counts up, so that runs are the same every time and ids within a run differ. */
export const tail = (): string => {
  count += 1;
  return idTail(
    1_790_000_000_000 + count,
    Uint8Array.from([0, 0, 0, 0, 0, 0, count >> 24, count >> 16, count >> 8, count].map((n) => n & 255)),
  );
};
/** From the beginning again: a run that is repeated in one process has the same ids. */
export const restartTails = (): void => {
  count = 0;
};
export const aPersonId = (): PersonId => `usr_${tail()}`;
export const aMediaId = (): MediaId => `med_${tail()}`;
export const anActionId = () => `act_${tail()}` as const;
export const aTicketId = (communityId = 'xfl'): TicketId => newTicketId(communityId, tail());

const square = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

/** Two grids side by side under one boundary. */
export const aCommunity = (overrides: Partial<Community> = {}): Community => ({
  id: 'xfl',
  name: '幸福里社区',
  street: '长宁街道',
  streetId: 'str_changning',
  hotline: { phone: '021-00000000', contact: '李主任', hours: '早 8 点到晚 8 点' },
  boundary: square(121.41, 31.21, 121.43, 31.23),
  grids: [
    { id: 'grd_01', name: '网格 01', boundary: square(121.41, 31.21, 121.42, 31.23) },
    { id: 'grd_02', name: '网格 02', boundary: square(121.42, 31.21, 121.43, 31.23) },
  ],
  departments: [
    { id: 'dep_wuye', name: '幸福物业' },
    { id: 'dep_chengguan', name: '城管中队' },
    { id: 'dep_huanwei', name: '环卫所' },
    { id: 'dep_juwei', name: '幸福里居委会', kind: 'community' },
  ],
  ...overrides,
});

export const inside = { lng: 121.415, lat: 31.22, datum: 'gcj02' } as const;
export const outside = { lng: 121.5, lat: 31.3, datum: 'gcj02' } as const;

export const lampCode = 'C0118';
/** 群发性事件 has no line: it lies on the community's desk. */
export const unlistedCode = 'E0409';

export const aDutyLine = (overrides: Partial<DutyLine> = {}): DutyLine => ({
  categoryCode: lampCode,
  departmentId: 'dep_wuye',
  supporting: [],
  accept: { unit: 'hour', amount: 24 },
  resolve: { unit: 'workDay', amount: 7 },
  check: { unit: 'workDay', amount: 1 },
  ...overrides,
});

type TicketOptions = { id?: TicketId; reporterId?: PersonId; photoIds?: MediaId[]; now?: string; isListed?: boolean };

/** A ticket as reported: dispatched to 幸福物业, or on the community's desk when `isListed` is false. */
export const aTicket = ({
  id = aTicketId(),
  reporterId = aPersonId(),
  photoIds = [aMediaId()],
  now = '2026-11-16T02:00:00.000Z',
  isListed = true,
}: TicketOptions = {}): Ticket => {
  const { accept, resolve, check } = aDutyLine();
  return openTicket({
    id,
    communityId: 'xfl',
    categoryCode: lampCode,
    description: '3 栋门前路灯不亮',
    place: { point: inside, label: '3 栋东门' },
    grid: { id: 'grd_01', name: '网格 01' },
    streetId: 'str_changning',
    channel: 'app',
    reporterId,
    actor: { relation: 'reporter', label: '居民', personId: reporterId },
    repeats: 0,
    photoIds,
    duty: isListed
      ? {
          version: 1,
          department: { id: 'dep_wuye', name: '幸福物业' },
          limits: { accept, resolve, check },
          filing: 'byRule',
        }
      : undefined,
    digest: 'first',
    now,
    newEventId: () => `evt_${tail()}`,
  });
};
