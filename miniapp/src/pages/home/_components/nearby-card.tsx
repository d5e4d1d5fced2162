import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { openTab, routes } from '../../../routes.ts';
import { useElder } from '../../../state/elder.ts';
import { Card } from '../../../ui/card.tsx';
import { ReadAloud } from '../../../ui/read-aloud.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { TicketRow } from '../../../ui/ticket-row.tsx';
import styles from './nearby-card.module.scss';
import { nearbyWords } from './nearby-words.ts';

type Props = { tickets: TicketCard[]; now: string };

export const NearbyCard = ({ tickets, now }: Props) => {
  const isElder = useElder();
  if (tickets.length === 0)
    return (
      <Card title="身边正在解决">
        <Text className={styles['none']}>眼下没有未办完的事。看到问题，拍一张就好。</Text>
      </Card>
    );
  const shown = tickets.slice(0, 3);
  return (
    <Card isTight title="身边正在解决" aside="全部" onAside={() => openTab(routes.nearby())}>
      {isElder && (
        <View className={styles['voice']}>
          <ReadAloud text={nearbyWords(shown, now)} />
        </View>
      )}
      <Rows>
        {shown.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} now={now} />
        ))}
      </Rows>
    </Card>
  );
};
