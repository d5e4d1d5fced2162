import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { type Desk, kindOf } from '../../../desks.ts';
import type { Pages } from '../../../load/use-pages.ts';
import { useNow } from '../../../state/now.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ListTail } from '../../../ui/list-tail.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { useAccept } from '../_hooks/use-accept.ts';
import type { useBatch } from '../_hooks/use-batch.ts';
import { isPickable } from '../batch.ts';
import { actionOf } from '../card-look.ts';
import { type Counts, emptyOf } from '../desk-look.ts';
import { QueueCard } from './queue-card.tsx';

type Props = {
  desk: Desk;
  pages: Pages<TicketCard>;
  setCounts: (change: (before: Counts | undefined) => Counts | undefined) => void;
  isFiltered: boolean;
  batch: ReturnType<typeof useBatch>;
};

export const QueueList = ({ desk, pages, setCounts, isFiltered, batch }: Props) => {
  const now = useNow();
  const { accept, running, lost } = useAccept({
    onChanged: (view) => pages.show((items) => items.map((item) => (item.id === view.id ? view : item))),
    onAccepted: () => setCounts((before) => before && { ...before, unaccepted: Math.max(0, before.unaccepted - 1) }),
  });
  const pickOf = (ticket: TicketCard) => {
    if (!batch.isOn) return undefined;
    return isPickable(ticket)
      ? { isOn: batch.picks.includes(ticket.id), toggle: () => batch.toggle(ticket.id) }
      : 'not';
  };
  return (
    <Loaded
      view={pages.view}
      onRetry={() => void pages.reload()}
      empty={<EmptyState icon="circle-check" {...emptyOf(kindOf(desk), isFiltered)} />}
    >
      {(tickets) => (
        <>
          {tickets.map((ticket) => (
            <QueueCard
              key={ticket.id}
              ticket={ticket}
              desk={desk}
              now={now}
              action={actionOf(ticket, desk)}
              onAccept={() => void accept(ticket)}
              isAccepting={running === ticket.id}
              isLost={lost.includes(ticket.id)}
              pick={pickOf(ticket)}
              refusal={batch.refusals[ticket.id]}
            />
          ))}
          <ListTail tail={pages.tail} onMore={() => void pages.more()} />
        </>
      )}
    </Loaded>
  );
};
