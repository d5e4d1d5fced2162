import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/names.generated.ts';
import styles from './list-row.module.scss';
import { Press } from './press.tsx';

type Props = {
  icon?: IconName;
  title: string;
  note?: string | undefined;
  /** At the right in place of the arrow, or of the ring where there is something to check: words, or their picture; null for nothing. */
  end?: ReactNode;
  onPress: () => void;
  role?: 'link' | 'button' | 'switch' | 'radio' | 'checkbox';
  isChecked?: boolean;
  /** What a reader says, where the words alone are not enough. */
  label?: string | undefined;
};

/** Drawn and not built: in WeChat every picture of a list is sent with its row. */
const drawn = (end: ReactNode, isChecked: boolean | undefined): string | undefined => {
  if (end !== undefined) return undefined;
  if (isChecked === undefined) return cx(styles['drawn'], 'icon-chevron-right');
  return isChecked ? cx(styles['drawn'], styles['on'], 'icon-circle-check') : cx(styles['drawn'], 'icon-circle');
};

const endOf = (end: ReactNode): ReactNode => {
  if (typeof end === 'string') return <Text className={styles['word']}>{end}</Text>;
  return end ? <View className={styles['end']}>{end}</View> : null;
};

/** A single text is said as it stands. */
const spokenOf = (parts: readonly (string | undefined)[]): string | undefined => {
  const said = parts.filter(Boolean);
  return said.length < 2 ? undefined : said.join('，');
};

export const ListRow = ({ icon, title, note, end, onPress, role = 'link', isChecked, label }: Props) => (
  <Press
    className={cx(styles['row'], drawn(end, isChecked))}
    role={role}
    label={label ?? spokenOf([title, note, typeof end === 'string' ? end : undefined])}
    onPress={onPress}
    {...(isChecked === undefined ? {} : { isChecked })}
  >
    {icon && <Icon name={icon} className={styles['icon']} />}
    {note === undefined ? (
      <Text className={styles['words']}>{title}</Text>
    ) : (
      <View className={styles['words']}>
        <Text>{title}</Text>
        <Text className={styles['note']}>{note}</Text>
      </View>
    )}
    {endOf(end)}
  </Press>
);
