import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import styles from './press.module.scss';

type Props = PropsWithChildren<{
  onPress: () => void;
  /** What a reader says; the text inside when absent. */
  label?: string;
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'tab';
  isChecked?: boolean;
  isDisabled?: boolean;
  className?: string;
}>;

/** Everything that can be tapped: at least 44 px high, pressed look, role and name for readers. */
export const Press = ({
  onPress,
  label,
  role = 'button',
  isChecked,
  isDisabled = false,
  className,
  children,
}: Props) => (
  <View
    className={cx(styles['press'], isDisabled && styles['disabled'], className)}
    hoverClass={styles['pressed']}
    hoverStayTime={60}
    onClick={() => {
      if (!isDisabled) onPress();
    }}
    {...aria({ role, label, isChecked, isDisabled: isDisabled || undefined })}
  >
    {children}
  </View>
);
