import { Text, View } from '@tarojs/components';
import styles from './elder-choice.module.scss';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/names.generated.ts';
import { Press } from './press.tsx';

type Props = { icon: IconName; title: string; note: string; onPress: () => void };

export const ElderChoice = ({ icon, title, note, onPress }: Props) => (
  <Press className={styles['choice']} label={`${title}，${note}`} onPress={onPress}>
    <View className={styles['icon']}>
      <Icon name={icon} size="large" />
    </View>
    <View className={styles['words']}>
      <Text className={styles['title']}>{title}</Text>
      <Text className={styles['note']}>{note}</Text>
    </View>
    <View className={styles['arrow']}>
      <Icon name="chevron-right" />
    </View>
  </Press>
);
