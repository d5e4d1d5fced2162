import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import { Card } from './card.tsx';
import styles from './skeleton.module.scss';

/** Cards in the shape of what is coming. */
export const Skeleton = ({ cards = 3 }: { cards?: number }) => (
  <View className={styles['stack']} {...aria({ role: 'status', label: '正在打开' })}>
    {Array.from({ length: cards }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
      <Card key={index}>
        <View className={styles['row']}>
          <View className={styles['square']} />
          <View className={styles['lines']}>
            <View className={styles['long']} />
            <View className={styles['short']} />
          </View>
        </View>
      </Card>
    ))}
  </View>
);
