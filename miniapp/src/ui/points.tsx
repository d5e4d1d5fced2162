import { Text, View } from '@tarojs/components';
import { aria } from './aria.ts';
import styles from './points.module.scss';

/** Sentences, each with a dot before it. */
export const Points = ({ lines }: { lines: readonly string[] }) => (
  <View {...aria({ role: 'list' })}>
    {lines.map((line) => (
      <View key={line} className={styles['line']} {...aria({ role: 'listitem' })}>
        <View className={styles['dot']} />
        <Text className={styles['text']}>{line}</Text>
      </View>
    ))}
  </View>
);
