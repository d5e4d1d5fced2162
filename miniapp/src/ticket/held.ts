import type { MediaId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { titleOf } from './event-words.ts';

type Event = TicketView['events'][number];
type Safety = NonNullable<Event['safety']>;

export type HeldItem = { id: Event['id'] | MediaId; by: string; at: string; safety: Safety } & (
  | { kind: 'words'; words: string }
  | { kind: 'photo'; url: string; thumbUrl: string }
);

/** Words and photos that others do not see, newest first. The report's words are the ticket's description. */
export const heldItems = ({ events, description = '' }: TicketView): HeldItem[] =>
  [...events].reverse().flatMap((event): HeldItem[] => {
    const { id, at, step, note, safety, photos } = event;
    const by = titleOf(event);
    const words = step === 'report' ? description : (note ?? '');
    const heldWords: HeldItem[] = safety === undefined ? [] : [{ kind: 'words', id, by, at, safety, words }];
    const heldPhotos = photos.flatMap(({ id: photoId, url, thumbUrl, safety: photoSafety }): HeldItem[] =>
      photoSafety === undefined ? [] : [{ kind: 'photo', id: photoId, by, at, safety: photoSafety, url, thumbUrl }],
    );
    return [...heldWords, ...heldPhotos];
  });

export const safetyLabel: Record<Safety, string> = {
  pending: '自动检查中',
  held: '待审核',
  hidden: '未公开',
  flagged: '有人投诉',
  appealed: '申诉中',
};
