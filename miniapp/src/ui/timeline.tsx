import { Text, View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
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

/**
 * The trace, newest first; the first mark is filled. What comes while it is shown stands in a box of its own: one line more above the
 * others would have Taro send them all again.
 */
export const Timeline = ({ moments }: { moments: readonly Moment[] }) => {
  const [firstSeen] = useState(() => moments[0]?.id);
  const older = Math.max(
    0,
    moments.findIndex(({ id }) => id === firstSeen),
  );
  const lineOf = ({ id, title, note, time, isLate = false, extra }: Moment) => (
    <View
      key={id}
      className={cx(styles['moment'], id === moments[0]?.id && styles['now'], isLate && styles['late'])}
      {...aria({ role: 'listitem' })}
    >
      <Text className={styles['title']}>{title}</Text>
      {note !== undefined && <Text className={styles['note']}>{note}</Text>}
      {extra}
      <Text className={styles['time']}>{time}</Text>
    </View>
  );
  return (
    <View {...aria({ role: 'list' })}>
      <View className={styles['part']}>{moments.slice(0, older).map(lineOf)}</View>
      <View className={styles['part']}>{moments.slice(older).map(lineOf)}</View>
    </View>
  );
};
