import { Text, View } from '@tarojs/components';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import styles from './stepper.module.scss';

type Props = { label: string; value: number; max: number; step?: number; onChange: (value: number) => void };

/** Less, how many, more. */
export const Stepper = ({ label, value, max, step = 1, onChange }: Props) => (
  <View className={styles['stepper']}>
    <Press
      className={styles['turn']}
      label={`${label}，少 ${step}`}
      isDisabled={value === 0}
      onPress={() => onChange(Math.max(0, value - step))}
    >
      <Icon name="minus" />
    </Press>
    <Text className={styles['value']}>{value}</Text>
    <Press
      className={styles['turn']}
      label={`${label}，多 ${step}`}
      isDisabled={value >= max}
      onPress={() => onChange(Math.min(max, value + step))}
    >
      <Icon name="plus" />
    </Press>
  </View>
);
