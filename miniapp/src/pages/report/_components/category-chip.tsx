import { Text, View } from '@tarojs/components';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import type { IconName } from '../../../ui/icon/names.generated.ts';
import { Press } from '../../../ui/press.tsx';
import styles from './category-chip.module.scss';

type Props = {
  text: string;
  onPress: () => void;
  /** Absent: an action, not a choice. */
  isChosen?: boolean;
  icon?: IconName;
  label?: string;
  isDisabled?: boolean;
};

/** A pill in a target of full height; the chosen one is marked by shape as well as colour. */
export const CategoryChip = ({ text, onPress, isChosen, icon, label, isDisabled = false }: Props) => (
  <Press
    className={styles['target']}
    role={isChosen === undefined ? 'button' : 'radio'}
    isChecked={isChosen}
    label={label ?? text}
    isDisabled={isDisabled}
    onPress={onPress}
  >
    <View className={cx(styles['pill'], isChosen === true && styles['chosen'])}>
      {isChosen === true && <Icon name="check" size="mark" />}
      <Text>{text}</Text>
      {icon !== undefined && <Icon name={icon} size="mark" />}
    </View>
  </Press>
);
