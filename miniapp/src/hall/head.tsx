import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from '../ui/aria.ts';
import styles from './head.module.scss';

type Props = PropsWithChildren<{ title: string; note?: string | undefined }>;

/** At the top of a screen: what it is about; children are its chips. */
export const Head = ({ title, note, children }: Props) => (
  <View className={styles['head']}>
    <Text className={styles['title']} {...aria({ role: 'heading' })}>
      {title}
    </Text>
    {children !== undefined && <View className={styles['chips']}>{children}</View>}
    {note !== undefined && <Text className={styles['note']}>{note}</Text>}
  </View>
);
