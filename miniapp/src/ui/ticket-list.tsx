import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { useReachBottom } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { Pages } from '../load/use-pages.ts';
import { useNow } from '../state/now.ts';
import { Card } from './card.tsx';
import { ListTail } from './list-tail.tsx';
import { Loaded } from './loaded.tsx';
import { TicketRow } from './ticket-row.tsx';

type Props = { pages: Pages<TicketCard>; empty: ReactNode };

/** Tickets by pages, a card each. */
export const TicketList = ({ pages, empty }: Props) => {
  const now = useNow();
  useReachBottom(() => void pages.more());
  return (
    <Loaded view={pages.view} onRetry={() => void pages.reload()} empty={empty}>
      {(tickets) => (
        <>
          {tickets.map((ticket) => (
            <Card key={ticket.id} isTight>
              <TicketRow ticket={ticket} now={now} />
            </Card>
          ))}
          <ListTail tail={pages.tail} onMore={() => void pages.more()} />
        </>
      )}
    </Loaded>
  );
};
