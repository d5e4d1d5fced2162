import { View } from '@tarojs/components';
import { aria } from '../aria.ts';
import { cx } from '../cx.ts';
import styles from './icon.module.scss';
import type { IconName } from './names.generated.ts';

type Props = {
  name: IconName;
  size?: 'mark' | 'text' | 'large' | 'hero';
  isSpinning?: boolean;
  /** For a colour of its own. */
  className?: string;
};

/** Takes the colour of the text around it. Never the only bearer of a meaning, so it is hidden from readers. */
export const Icon = ({ name, size = 'text', isSpinning = false, className }: Props) => (
  <View
    className={cx(styles['icon'], styles[size], isSpinning && styles['spinning'], `icon-${name}`, className)}
    {...aria({ isHidden: true })}
  />
);
