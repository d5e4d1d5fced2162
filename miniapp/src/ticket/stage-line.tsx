import { Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon/icon.tsx';
import type { StageLook } from './clock-words.ts';
import styles from './stage-line.module.scss';

const wordOf = ({ isReached, look }: StageLook): string => look?.word ?? (isReached ? '已完成' : '还没到');
const shapeOf = ({ isReached, look }: StageLook) => {
  if (look?.tone === 'late') return isReached ? 'circle-alert' : 'clock-alert';
  return isReached ? 'circle-check' : 'circle';
};

/** 停工 → 处罚: reached, next, late, each with its shape, its word and its day. */
export const StageLine = ({ stages }: { stages: readonly StageLook[] }) => (
  <View className={styles['line']} {...aria({ role: 'list' })}>
    {stages.map((stage) => (
      <View
        key={stage.name}
        className={cx(
          styles['stage'],
          stage.isReached && styles['reached'],
          stage.look?.tone === 'late' && styles['late'],
        )}
        {...aria({ role: 'listitem' })}
      >
        <View className={styles['sign']}>
          <Icon name={shapeOf(stage)} />
        </View>
        <Text className={styles['name']}>{stage.name}</Text>
        <Text className={styles['word']}>{wordOf(stage)}</Text>
        {stage.when !== undefined && <Text className={styles['when']}>{stage.when}</Text>}
      </View>
    ))}
  </View>
);
