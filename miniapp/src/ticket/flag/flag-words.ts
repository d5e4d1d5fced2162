import type { FlagReason } from '@suishoupai/shared/moderation/contract';
import { flagReasonLabel } from '@suishoupai/shared/moderation/contract';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { isAmongStaff } from '../event-words.ts';

type Event = TicketView['events'][number];

/** One thing somebody made that may be complained of: words or a photo. */
export type Flaggable = { id: string; label: string };

/** The words and the photos in one line of the trace; the report's words are the ticket's description. */
const madeIn = ({ id, step, note, photos }: Event, { description }: TicketView): Flaggable[] => {
  const words = step === 'report' ? description : note;
  return [
    ...(words === undefined ? [] : [{ id, label: '这段话' }]),
    ...photos.map((photo, index) => ({
      id: photo.id,
      label: photos.length === 1 ? '这张照片' : `第 ${index + 1} 张照片`,
    })),
  ];
};

const reporters: readonly Event['step'][] = ['report', 'answer', 'withdraw'];

/** What others wrote or showed for everyone to see. What the system says nobody made, and what staff say among themselves stays there. */
export const flaggableIn = (event: Event, ticket: TicketView): Flaggable[] => {
  const { step, actor } = event;
  const isOwn = ticket.relation === 'reporter' && reporters.includes(step);
  return isOwn || actor === '系统' || isAmongStaff(event) ? [] : madeIn(event, ticket);
};

export const flagReasons = Object.entries(flagReasonLabel) as [FlagReason, string][];
