import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from './aria.ts';
import styles from './pills.module.scss';

type Props = PropsWithChildren<{ label: string; role?: 'radiogroup' | 'group' }>;

/** Pills in as many rows as they need. */
export const Pills = ({ label, role = 'radiogroup', children }: Props) => (
  <View className={styles['pills']} {...aria({ role, label })}>
    {children}
  </View>
);
