import { sixSteps, stepIndex } from '@suishoupai/shared/tickets/labels';
import type { TicketState } from '@suishoupai/shared/tickets/states';
import { Text, View } from '@tarojs/components';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import styles from './six-steps.module.scss';

type Props = { state: TicketState; size?: 'full' | 'mini' };

/** 六步条: done, now, to come. A report that ended early has no step of now. */
export const SixSteps = ({ state, size = 'full' }: Props) => {
  const now = stepIndex[state];
  const hasStopped = state === 'declined' || state === 'withdrawn' || state === 'merged';
  const current = sixSteps[now];
  const said = hasStopped
    ? '已停止'
    : current === undefined
      ? '六步全部完成'
      : `第 ${now + 1} 步，共 6 步：${current.name}`;
  const part = (index: number) => cx(index < now && styles['done'], index === now && !hasStopped && styles['now']);
  if (size === 'mini')
    return (
      <View className={styles['mini']} {...aria({ role: 'img', label: said })}>
        {sixSteps.map(({ glyph }, index) => (
          <View key={glyph} className={cx(styles['dash'], part(index))} />
        ))}
      </View>
    );
  return (
    <View className={styles['full']} {...aria({ role: 'img', label: said })}>
      {sixSteps.map(({ glyph, name }, index) => (
        <View key={glyph} className={cx(styles['step'], part(index))}>
          <View className={styles['link']} />
          <Text className={styles['glyph']}>{glyph}</Text>
          <Text className={styles['name']}>{name}</Text>
        </View>
      ))}
    </View>
  );
};
