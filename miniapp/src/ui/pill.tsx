import { View } from '@tarojs/components';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/names.generated.ts';
import styles from './pill.module.scss';
import { Press } from './press.tsx';

type Props = {
  text: string;
  onPress: () => void;
  /** Absent: an action, not a choice. */
  isChosen?: boolean;
  /** One of the row, or as many as one likes. */
  role?: 'radio' | 'checkbox';
  icon?: IconName;
  label?: string;
  isDisabled?: boolean;
};

/** A pill in a target of full height; the chosen one is marked by shape as well as colour. */
export const Pill = ({ text, onPress, isChosen, role = 'radio', icon, label, isDisabled = false }: Props) => (
  <Press
    className={styles['target']}
    role={isChosen === undefined ? 'button' : role}
    isChecked={isChosen}
    label={label}
    isDisabled={isDisabled}
    onPress={onPress}
  >
    <View className={cx(styles['pill'], isChosen === true && styles['chosen'])}>
      {isChosen === true && <Icon name="check" size="mark" />}
      {text}
      {icon !== undefined && <Icon name={icon} size="mark" />}
    </View>
  </Press>
);
