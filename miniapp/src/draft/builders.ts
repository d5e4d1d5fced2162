import type { TicketId } from '@suishoupai/shared/ids';
import { aPhoto, aTail } from '../photos/photo.builder.ts';
import { type Draft, emptyDraft } from './draft.ts';

export const aTicketId = (): TicketId => `tkt_xfl_${aTail()}`;

export const point = { lng: 121.415, lat: 31.22, datum: 'gcj02' } as const;

/** Nothing is missing from it. */
export const aDraft = (overrides: Partial<Draft> = {}): Draft => ({
  ...emptyDraft,
  photos: [aPhoto()],
  place: {
    point,
    standing: {
      state: 'inside',
      community: { id: 'xfl', name: '幸福里社区' },
      grid: { id: 'grd_07', name: '网格 07' },
    },
  },
  label: '3 栋东门',
  categoryCode: 'C0118',
  description: '路灯不亮',
  ...overrides,
});
