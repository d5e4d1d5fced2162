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
  /** At the right instead of the arrow; null for nothing. */
  end?: ReactNode;
  onPress: () => void;
  role?: 'link' | 'button' | 'switch' | 'radio';
  isChecked?: boolean;
};

export const ListRow = ({ icon, title, note, end, onPress, role = 'link', isChecked }: Props) => (
  <Press
    className={styles['row']}
    role={role}
    label={note === undefined ? title : `${title}，${note}`}
    onPress={onPress}
    {...(isChecked === undefined ? {} : { isChecked })}
  >
    {icon && (
      <View className={styles['icon']}>
        <Icon name={icon} />
      </View>
    )}
    <View className={styles['words']}>
      <Text className={styles['title']}>{title}</Text>
      {note !== undefined && <Text className={styles['note']}>{note}</Text>}
    </View>
    <View className={styles['end']}>{end === undefined ? <Icon name="chevron-right" /> : end}</View>
  </Press>
);
