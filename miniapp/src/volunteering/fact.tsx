import { Text, View } from '@tarojs/components';
import styles from './fact.module.scss';

/** A name and what it is, one line after the other. */
export const Fact = ({ name, words }: { name: string; words: string }) => (
  <View className={styles['fact']}>
    <Text className={styles['name']}>{name}</Text>
    <Text className={styles['words']} userSelect>
      {words}
    </Text>
  </View>
);
