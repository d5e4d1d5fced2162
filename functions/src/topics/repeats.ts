import { AppError } from '@suishoupai/shared/contract/errors';
import type { PersonId } from '@suishoupai/shared/ids';
import type { TopicRecord } from './record.ts';

type Said = { id: string; digest: string; personId: PersonId };

/** Whether this was done before under the same id; refuses with `id.reused` when the id stands for another person's line or other content. */
export const isRepeat = ({ events }: TopicRecord, { id, digest, personId }: Said): boolean => {
  const line = events.find((event) => event.id === id);
  if (line === undefined) return false;
  if (line.digest !== digest || line.personId !== personId) throw new AppError('id.reused');
  return true;
};
