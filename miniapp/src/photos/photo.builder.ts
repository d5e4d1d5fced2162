import { idTail, type MediaId } from '@suishoupai/shared/ids';
import type { DraftPhoto } from './draft-photo.ts';

let count = 0;
export const aTail = (): string => {
  count += 1;
  return idTail(1_790_000_000_000 + count, Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, count >> 8, count & 255]));
};
export const aMediaId = (): MediaId => `med_${aTail()}`;

export const aPhoto = (overrides: Partial<DraftPhoto> = {}): DraftPhoto => ({
  id: aMediaId(),
  path: 'blob:photo',
  size: 1000,
  contentType: 'image/jpeg',
  state: 'ready',
  ...overrides,
});
