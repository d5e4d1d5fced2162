import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from './aria.ts';
import styles from './field.module.scss';
import { Icon } from './icon/icon.tsx';

type Props = PropsWithChildren<{ label?: string; hint?: string; error?: string | undefined }>;

/** A question of a form: label, control, and beneath it what to do, or what is wrong. */
export const Field = ({ label, hint, error, children }: Props) => (
  <View className={styles['field']}>
    {label !== undefined && <Text className={styles['label']}>{label}</Text>}
    {children}
    {error === undefined && hint !== undefined && <Text className={styles['hint']}>{hint}</Text>}
    {error !== undefined && (
      <View className={styles['error']} {...aria({ role: 'alert' })}>
        <Icon name="circle-alert" size="mark" />
        <Text>{error}</Text>
      </View>
    )}
  </View>
);
