import styles from './button.module.scss';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/names.generated.ts';
import { Press } from './press.tsx';

type Props = {
  /** Says what will happen. */
  text: string;
  onPress: () => void;
  /** One `filled` per screen; refusals and second thoughts are `ghost` or `plain`. */
  look?: 'filled' | 'soft' | 'ghost' | 'plain';
  icon?: IconName;
  isLoading?: boolean;
  isDisabled?: boolean;
  isLarge?: boolean;
  label?: string;
};

export const Button = ({
  text,
  onPress,
  look = 'filled',
  icon,
  isLoading = false,
  isDisabled = false,
  isLarge = false,
  label,
}: Props) => (
  <Press
    className={cx(styles['button'], styles[look], isLarge && styles['large'])}
    onPress={onPress}
    isDisabled={isDisabled || isLoading}
    label={label}
  >
    {isLoading ? <Icon name="loader-circle" isSpinning /> : icon && <Icon name={icon} />}
    {text}
  </Press>
);
