import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './picture-row.module.scss';
import { Press } from './press.tsx';

type Props = PropsWithChildren<{
  /** What a reader says: everything that the row shows, in its order. */
  label: string;
  onPress: () => void;
  /** At the left: a photo, or the mark of a kind. */
  picture: ReactNode;
  title: string;
  /** At the right of the title, beneath it in elder mode. */
  chip?: ReactNode;
  /** The last line. */
  note?: string | undefined;
  /** For a title that is not new. */
  isQuiet?: boolean;
  className?: string;
  /** Where the row is picked and not opened. */
  role?: 'link' | 'checkbox';
  isChecked?: boolean | undefined;
  isDisabled?: boolean;
}>;

/** A picture, and beside it what it is about; the whole row is tapped. Children stand between title and note. */
export const PictureRow = ({
  picture,
  title,
  chip,
  note,
  isQuiet,
  className,
  role = 'link',
  children,
  ...press
}: Props) => (
  <Press className={cx(styles['row'], className)} role={role} {...press}>
    {picture}
    <View className={styles['words']}>
      <View className={styles['top']}>
        <Text className={cx(styles['title'], isQuiet && styles['quiet'])}>{title}</Text>
        {chip}
      </View>
      {children}
      {note !== undefined && <Text className={styles['note']}>{note}</Text>}
    </View>
  </Press>
);
