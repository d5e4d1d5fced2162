import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import type { PlaceActions } from '../_hooks/use-place.ts';
import styles from './outside.module.scss';

type Props = { message: string; place: PlaceActions };

/** The map did not open: allow it, or do without it. */
export const MapRefused = ({ message, place }: Props) => (
  <View className={styles['box']}>
    <Text className={styles['text']}>{message}。不用地图也可以：在社区图上按网格选。</Text>
    <View className={styles['acts']}>
      <Button look="ghost" text="在社区图上选" onPress={() => void place.pickOnDrawing()} />
      <Button look="plain" text="打开设置" onPress={() => void place.openSettings()} />
    </View>
  </View>
);
