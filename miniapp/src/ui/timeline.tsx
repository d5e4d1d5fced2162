import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import styles from './timeline.module.scss';

export type Moment = {
  id: string;
  /** 「幸福物业 接单」 */
  title: string;
  note?: string | undefined;
  time: string;
  /** Overdue: the one thing on the line that is red. */
  isLate?: boolean;
  extra?: ReactNode;
};

/** The trace, newest first; the first mark is filled. */
export const Timeline = ({ moments }: { moments: readonly Moment[] }) => (
  <View className={styles['line']} {...aria({ role: 'list' })}>
    {moments.map(({ id, title, note, time, isLate = false, extra }, index) => (
      <View
        key={id}
        className={cx(styles['moment'], index === 0 && styles['now'], isLate && styles['late'])}
        {...aria({ role: 'listitem' })}
      >
        <Text className={styles['title']}>{title}</Text>
        {note !== undefined && <Text className={styles['note']}>{note}</Text>}
        {extra}
        <Text className={styles['time']}>{time}</Text>
      </View>
    ))}
  </View>
);
