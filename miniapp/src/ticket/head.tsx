import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import styles from './head.module.scss';

export const Head = ({ ticket: { title, categoryName, number, grid } }: { ticket: TicketView }) => (
  <View className={styles['head']}>
    <Text className={styles['title']} {...aria({ role: 'heading' })}>
      {title}
    </Text>
    <Text className={styles['note']}>
      {[categoryName, grid?.name, `编号 ${number}`].filter((part) => part !== undefined).join(' · ')}
    </Text>
  </View>
);
