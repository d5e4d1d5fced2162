import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { channelLabel } from '@suishoupai/shared/tickets/labels';
import { Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { Chip } from '../ui/chip.tsx';
import { clockOf, lookOf } from '../ui/ticket-look.ts';
import styles from './head.module.scss';

/** With `now` the state and what is left of the time stand beneath the title. */
export const Head = ({ ticket, now }: { ticket: TicketView; now?: string }) => {
  const { title, categoryName, number, grid, state, dueAt, channel } = ticket;
  const look = lookOf(state);
  const clock = now === undefined ? undefined : clockOf(dueAt, now);
  const how = channel === 'app' ? undefined : channelLabel[channel];
  return (
    <View className={styles['head']}>
      <Text className={styles['title']} {...aria({ role: 'heading' })}>
        {title}
      </Text>
      <Text className={styles['note']}>
        {[categoryName, grid?.name, how].filter((part) => part !== undefined).join(' · ')}
        <Text className={styles['number']}>{` · 编号 ${number}`}</Text>
      </Text>
      {now !== undefined && (
        <View className={styles['chips']}>
          <Chip text={look.text} tone={look.tone} icon={look.icon} />
          {clock && <Chip text={clock.text} tone={clock.tone} icon={clock.icon} />}
        </View>
      )}
    </View>
  );
};
