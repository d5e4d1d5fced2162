import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from './aria.ts';
import { Icon } from './icon/icon.tsx';
import styles from './result-head.module.scss';

/** At the top of the screen after a form: that it is done; beneath it the number, or what follows. */
export const ResultHead = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <View className={styles['head']} {...aria({ role: 'status' })}>
    <Icon name="circle-check" size="hero" className={styles['mark']} />
    <Text className={styles['title']}>{title}</Text>
    {children}
  </View>
);
