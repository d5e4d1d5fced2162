import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Press } from '../../ui/press.tsx';
import styles from './join-card.module.scss';
import { joinWords } from './join-words.ts';
import type { Join } from './use-join.ts';

/** How many neighbours feel the same; whoever has joined leaves from here. */
export const JoinCard = ({ ticket, join }: { ticket: TicketView; join: Join }) => {
  const words = joinWords(ticket);
  if (words === undefined) return null;
  return (
    <Card isTight>
      <View className={styles['row']}>
        <View className={styles['sign']}>
          <Icon name="users" />
        </View>
        <View className={styles['words']}>
          <Text className={styles['title']}>{words.title}</Text>
          {words.note !== undefined && <Text className={styles['note']}>{words.note}</Text>}
        </View>
        {ticket.hasJoined && (
          <Press className={styles['more']} label="不再同感" isDisabled={join.isRunning} onPress={join.leave}>
            <Icon name="ellipsis" />
          </Press>
        )}
      </View>
    </Card>
  );
};
