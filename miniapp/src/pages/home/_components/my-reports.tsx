import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { open, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { TicketRow } from '../../../ui/ticket-row.tsx';

type Props = { tickets: TicketCard[]; isSignedIn: boolean; now: string };

export const MyReports = ({ tickets, isSignedIn, now }: Props) => {
  if (!isSignedIn)
    return (
      <Card isTight>
        <ListRow icon="user-round" title="登录后，在这里看您上报的进展" onPress={() => open(routes.signIn())} />
      </Card>
    );
  if (tickets.length === 0) return null;
  return (
    <Card isTight title="我的上报" aside="全部" onAside={() => open(routes.myTickets())}>
      <Rows>
        {tickets.slice(0, 2).map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} now={now} />
        ))}
      </Rows>
    </Card>
  );
};
