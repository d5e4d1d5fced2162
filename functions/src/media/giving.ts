import { AppError, type ErrorCode } from '@suishoupai/shared/contract/errors';
import type { MediaId, PersonId, TicketId } from '@suishoupai/shared/ids';
import { refusalWords } from './refusals.ts';
import type { MediaRecord, MediaStore } from './store.ts';

const usedElsewhere = { code: 'media.refused', message: '这张照片已经用在另一件事上' } as const;

/** Why the photo cannot go into that ticket; undefined when it can. */
const obstacle = (
  record: MediaRecord | undefined,
  ticketId: TicketId,
): { code: ErrorCode; message: string } | undefined => {
  if (record === undefined) return { code: 'media.notFound', message: '没有找到这张照片，请重新拍摄' };
  switch (record.state) {
    case 'awaiting':
      return { code: 'media.notReady', message: '这张照片还在处理' };
    case 'refused':
      return { code: 'media.refused', message: refusalWords[record.reason] };
    case 'kept':
      return { code: 'media.refused', message: refusalWords.notAPicture };
    case 'clean':
      return record.ticketId === undefined || record.ticketId === ticketId ? undefined : usedElsewhere;
    default:
      return record satisfies never;
  }
};

/**
 * Gives the person's clean photos to a ticket; doing so again for the same ticket changes nothing. Throws the first obstacle, naming
 * the photo, before any is given. Of two tickets that want one photo at once, one gets it.
 */
export const makeGiveTo =
  (store: Pick<MediaStore, 'findMany' | 'bind'>) =>
  async (ticketId: TicketId, ownerId: PersonId, ids: readonly MediaId[], field = 'body.photoIds'): Promise<void> => {
    const refuse = (index: number, { code, message }: NonNullable<ReturnType<typeof obstacle>>) =>
      new AppError(code, [{ field: `${field}.${index}`, rule: code, message }]);
    const records = await store.findMany(ownerId, ids);
    records.forEach((record, index) => {
      const found = obstacle(record, ticketId);
      if (found !== undefined) throw refuse(index, found);
    });
    for (const [index, id] of ids.entries()) {
      if (records[index]?.ticketId === ticketId) continue;
      if ((await store.bind(ownerId, id, ticketId)) === 'boundElsewhere') throw refuse(index, usedElsewhere);
    }
  };
