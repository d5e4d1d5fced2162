import { View } from '@tarojs/components';
import styles from './chip.module.scss';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/names.generated.ts';

/** `late` is red and for overdue alone. */
export type Tone = 'brand' | 'soon' | 'late' | 'info' | 'calm';

type Props = { text: string; tone?: Tone; icon?: IconName };

export const Chip = ({ text, tone = 'calm', icon }: Props) => (
  <View className={cx(styles['chip'], styles[tone])}>
    {icon && <Icon name={icon} size="mark" />}
    {text}
  </View>
);
