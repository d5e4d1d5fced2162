import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { Text } from '@tarojs/components';
import { openTab, routes } from '../../../routes.ts';
import { Card } from '../../../ui/card.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { TicketRow } from '../../../ui/ticket-row.tsx';
import styles from './nearby-card.module.scss';

type Props = { tickets: TicketCard[]; now: string };

export const NearbyCard = ({ tickets, now }: Props) => {
  if (tickets.length === 0)
    return (
      <Card title="身边正在解决">
        <Text className={styles['none']}>眼下没有未办完的事。看到问题，拍一张就好。</Text>
      </Card>
    );
  return (
    <Card isTight title="身边正在解决" aside="全部" onAside={() => openTab(routes.nearby())}>
      <Rows>
        {tickets.slice(0, 3).map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} now={now} />
        ))}
      </Rows>
    </Card>
  );
};
