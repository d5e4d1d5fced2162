import { Text, View } from '@tarojs/components';
import { cx } from '../../../ui/cx.ts';
import type { Counts as DeskCounts } from '../_hooks/use-queue.ts';
import styles from './counts.module.scss';

type Props = { counts: DeskCounts | undefined; isDepartment: boolean };

/** Only a department accepts; the other desks see how much lies there in all. */
export const Counts = ({ counts, isDepartment }: Props) => {
  const tiles = [
    { name: '逾期', value: counts?.overdue, tone: 'late' },
    { name: '今天到期', value: counts?.today, tone: 'soon' },
    isDepartment
      ? { name: '待接单', value: counts?.unaccepted, tone: 'calm' }
      : { name: '全部待办', value: counts?.all, tone: 'calm' },
  ];
  return (
    <View className={styles['counts']}>
      {tiles.map(({ name, value, tone }) => (
        <View key={name} className={styles['tile']}>
          <Text className={styles['name']}>{name}</Text>
          <Text className={cx(styles['value'], value !== undefined && value > 0 && styles[tone])}>{value ?? '–'}</Text>
        </View>
      ))}
    </View>
  );
};
