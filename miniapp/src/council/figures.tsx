import { Text, View } from '@tarojs/components';
import styles from './council.module.scss';

/** Numbers with what they count, beside each other. */
export const Figures = ({ figures }: { figures: readonly { name: string; amount: string }[] }) => (
  <View className={styles['figures']}>
    {figures.map(({ name, amount }) => (
      <View key={name} className={styles['figure']}>
        <Text className={styles['amount']}>{amount}</Text>
        <Text className={styles['quiet']}>{name}</Text>
      </View>
    ))}
  </View>
);
