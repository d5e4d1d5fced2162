import { newPatrolId, newVisitId } from '@suishoupai/shared/ids';
import { anActionId, aPersonId, tail } from '../../test/builders.ts';
import type { Check, Patrol } from './patrol-store.ts';
import type { Visit } from './visit-store.ts';

export const aPatrolId = (communityId = 'xfl') => newPatrolId(communityId, tail());
export const aVisitId = (communityId = 'xfl') => newVisitId(communityId, tail());

export const aPatrol = (overrides: Partial<Patrol> = {}): Patrol => ({
  id: aPatrolId(),
  communityId: 'xfl',
  grid: { id: 'grd_01', name: '网格 01' },
  day: '2026-11-16',
  madeBy: '幸福里居委会',
  personId: aPersonId(),
  digest: 'first',
  items: {
    b: { id: 'b', text: '消防通道是否畅通', order: 0 },
    a: { id: 'a', text: '楼道有无飞线充电', place: '5 栋', order: 1 },
  },
  ...overrides,
});

export const aCheck = (overrides: Partial<Check> = {}): Check => ({
  id: anActionId(),
  digest: 'fine',
  personId: aPersonId(),
  by: '网格员 01',
  at: '2026-11-16T03:00:00.000Z',
  outcome: 'fine',
  photoIds: [],
  ...overrides,
});

export const aVisit = (overrides: Partial<Visit> = {}): Visit => ({
  id: aVisitId(),
  communityId: 'xfl',
  grid: { id: 'grd_01', name: '网格 01' },
  at: '2026-11-16T01:00:00.000Z',
  household: '3 栋 502',
  consent: 'spoken',
  by: '网格员 01',
  personId: aPersonId(),
  digest: 'first',
  items: [{ id: 'a', text: '楼道灯不亮', answer: '已当场换好' }],
  ...overrides,
});
