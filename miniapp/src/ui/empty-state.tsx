import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import styles from './empty-state.module.scss';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/names.generated.ts';

type Props = { icon?: IconName; title: string; text?: string | undefined; action?: ReactNode };

export const EmptyState = ({ icon = 'inbox', title, text, action }: Props) => (
  <View className={styles['empty']}>
    <View className={styles['icon']}>
      <Icon name={icon} size="hero" />
    </View>
    <Text className={styles['title']}>{title}</Text>
    {text !== undefined && <Text className={styles['text']}>{text}</Text>}
    {action !== undefined && <View className={styles['action']}>{action}</View>}
  </View>
);
