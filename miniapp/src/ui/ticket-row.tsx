import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { shortTime } from '@suishoupai/shared/time/china';
import { Cover } from '../category/cover.tsx';
import { open, routes } from '../routes.ts';
import { Chip } from './chip.tsx';
import { PictureRow } from './picture-row.tsx';
import { SixSteps } from './six-steps.tsx';
import { clockOf, holderOf, lookOf } from './ticket-look.ts';

type Props = { ticket: TicketCard; now: string; onPress?: () => void };

/** What, in whose hands, until when. */
export const TicketRow = ({ ticket, now, onPress }: Props) => {
  const { id, title, state, dueAt, reportedAt, joins } = ticket;
  const look = lookOf(state);
  const clock = clockOf(dueAt, now);
  const late = clock?.isLate ? clock : undefined;
  const { text, tone, icon } = late ?? look;
  const notes = [
    holderOf(ticket),
    late ? look.text : (clock?.text ?? `${shortTime(reportedAt, now)} 上报`),
    joins > 0 ? `${joins} 人同感` : undefined,
  ].filter((part) => part !== undefined);
  return (
    <PictureRow
      label={[title, text, ...notes].join('，')}
      onPress={onPress ?? (() => open(routes.ticket(id)))}
      picture={<Cover ticket={ticket} />}
      title={title}
      chip={<Chip text={text} tone={tone} icon={icon} />}
      note={notes.join(' · ')}
    >
      <SixSteps state={state} size="mini" />
    </PictureRow>
  );
};
