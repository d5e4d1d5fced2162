import { Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { cx } from '../ui/cx.ts';
import styles from './ring.module.scss';
import type { Clock } from './standing.ts';

/** What is left of the time limit; red only past it. An old phone without conic gradients shows a full ring and the number. */
export const Ring = ({ clock: { top, unit, said, isLate, isSoon, share } }: { clock: Clock }) => (
  <View
    className={cx(styles['ring'], isLate ? styles['late'] : isSoon && styles['soon'])}
    style={isLate ? {} : { backgroundImage: `conic-gradient(transparent ${360 - 360 * share}deg, currentColor 0)` }}
    {...aria({ role: 'img', label: said })}
  >
    <View className={styles['face']}>
      <Text className={styles['top']}>{top}</Text>
      <Text className={styles['unit']}>{unit}</Text>
    </View>
  </View>
);
