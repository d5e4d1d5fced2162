import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { Shot } from '../ui/shot.tsx';
import { categoryIcon } from './category-icon.ts';

type Props = { ticket: Pick<TicketCard, 'title' | 'coverUrl' | 'categoryCode' | 'categoryName'> };

/** A ticket's photo on a card, or a tile of its kind where there is none to be seen. */
export const Cover = ({ ticket: { title, coverUrl, categoryCode, categoryName } }: Props) => (
  <Shot url={coverUrl} label={title} kind={{ icon: categoryIcon(categoryCode), name: categoryName }} />
);
