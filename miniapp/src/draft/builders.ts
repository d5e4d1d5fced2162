import { idTail, type MediaId, type TicketId } from '@suishoupai/shared/ids';
import type { Draft, DraftPhoto } from './draft.ts';
import { emptyDraft } from './draft.ts';

let count = 0;
const tail = (): string => {
  count += 1;
  return idTail(1_790_000_000_000 + count, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, count >> 8, count & 255]));
};
export const aMediaId = (): MediaId => `med_${tail()}`;
export const aTicketId = (): TicketId => `tkt_xfl_${tail()}`;

export const aPhoto = (overrides: Partial<DraftPhoto> = {}): DraftPhoto => ({
  id: aMediaId(),
  path: 'blob:photo',
  size: 1000,
  contentType: 'image/jpeg',
  state: 'ready',
  ...overrides,
});

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
