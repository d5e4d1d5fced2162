import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/names.generated.ts';
import styles from './list-row.module.scss';
import { Press } from './press.tsx';

type Props = {
  icon?: IconName;
  title: string;
  note?: string | undefined;
  /** At the right instead of the arrow: words, or a picture of what the words say; null for nothing. */
  end?: ReactNode;
  onPress: () => void;
  role?: 'link' | 'button' | 'switch' | 'radio' | 'checkbox';
  isChecked?: boolean;
  /** What a reader says, where the words alone are not enough. */
  label?: string | undefined;
};

/** No more boxes than it takes: each row of a list is sent to the page as it is built. */
const endOf = (end: ReactNode): ReactNode => {
  if (end === undefined) return <Icon name="chevron-right" className={styles['arrow']} />;
  if (typeof end === 'string') return <Text className={styles['word']}>{end}</Text>;
  return end === null ? null : <View className={styles['end']}>{end}</View>;
};

/** A single text is said as it stands. */
const spokenOf = (parts: readonly (string | undefined)[]): string | undefined => {
  const said = parts.filter(Boolean);
  return said.length < 2 ? undefined : said.join('，');
};

export const ListRow = ({ icon, title, note, end, onPress, role = 'link', isChecked, label }: Props) => (
  <Press
    className={styles['row']}
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
