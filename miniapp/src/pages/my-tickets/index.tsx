import { OutboxCard } from '../../outbox/outbox-card.tsx';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TicketList } from '../../ui/ticket-list.tsx';
import { useMyTickets } from './_hooks/use-my-tickets.ts';

const MyTicketsPage = () => {
  const pages = useMyTickets();
  return (
    <Screen>
      <OutboxCard />
      <TicketList
        pages={pages}
        empty={
          <EmptyState
            icon="camera"
            title="您还没有上报过"
            text="看到路灯不亮、井盖破损、垃圾没清，拍一张，会有人来办。"
            action={<Button icon="camera" text="随手拍" onPress={() => open(routes.report())} />}
          />
        }
      />
    </Screen>
  );
};

export default MyTicketsPage;
