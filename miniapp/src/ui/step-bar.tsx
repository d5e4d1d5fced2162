import { Text, View } from '@tarojs/components';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import styles from './step-bar.module.scss';

type Props = {
  steps: readonly { glyph: string; name: string }[];
  /** Index of the step of now; their number when all are done. */
  now: number;
  /** Ended early: there is no step of now. */
  hasStopped?: boolean;
  size?: 'full' | 'mini';
  /** What a reader says. */
  label: string;
};

/** Steps in a row: done, now, to come. */
export const StepBar = ({ steps, now, hasStopped = false, size = 'full', label }: Props) => {
  const part = (index: number) => cx(index < now && styles['done'], index === now && !hasStopped && styles['now']);
  if (size === 'mini')
    return (
      <View className={styles['mini']} {...aria({ role: 'img', label })}>
        {steps.map(({ glyph }, index) => (
          <View key={glyph} className={cx(styles['dash'], part(index))} />
        ))}
      </View>
    );
  return (
    <View className={cx(styles['full'], steps.length <= 4 && styles['roomy'])} {...aria({ role: 'img', label })}>
      {steps.map(({ glyph, name }, index) => (
        <View key={glyph} className={cx(styles['step'], part(index))}>
          <View className={styles['link']} />
          <Text className={styles['glyph']}>{glyph}</Text>
          <Text className={styles['name']}>{name}</Text>
        </View>
      ))}
    </View>
  );
};
