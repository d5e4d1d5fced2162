import * as z from 'zod/mini';
import { platform } from '../platform/platform.ts';
import { readStored, storedKeys } from '../state/storage.ts';

/** Forgets kept photos that nothing on the phone speaks of any more. For the start alone: a form that is open may not have written yet. */
export const sweepPhotos = async (device = platform): Promise<void> => {
  const files = await device.keptFiles();
  if (files.length === 0) return;
  const spoken = storedKeys('')
    .map((key) => JSON.stringify(readStored(key, z.unknown())) ?? '')
    .join('\n');
  const orphans = files.filter((path) => !spoken.includes(JSON.stringify(path)));
  await device.dropFiles(orphans);
};
