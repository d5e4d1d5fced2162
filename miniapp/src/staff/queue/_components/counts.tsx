import { Text, View } from '@tarojs/components';
import { cx } from '../../../ui/cx.ts';
import type { Tile } from '../desk-look.ts';
import styles from './counts.module.scss';

export const Counts = ({ tiles }: { tiles: readonly Tile[] }) => (
  <View className={styles['counts']}>
    {tiles.map(({ name, value, tone }) => (
      <View key={name} className={styles['tile']}>
        <Text className={styles['name']}>{name}</Text>
        <Text className={cx(styles['value'], tone !== 'none' && styles[tone])}>{value}</Text>
      </View>
    ))}
  </View>
);
