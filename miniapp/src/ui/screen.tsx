import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { useElder } from '../state/elder.ts';
import { cx } from './cx.ts';
import { FootBar } from './foot-bar.tsx';
import styles from './screen.module.scss';
import { Slot } from './slot.tsx';

type Props = PropsWithChildren<{ foot?: ReactNode }>;

/** The root of every page: paper, margins, elder mode, and room for the foot. */
export const Screen = ({ foot, children }: Props) => {
  const isElder = useElder();
  return (
    <View className={cx(styles['screen'], isElder && 'elder')}>
      <View className={cx(styles['body'], foot !== undefined && styles['footed'])}>{children}</View>
      <Slot>{foot !== undefined && <FootBar>{foot}</FootBar>}</Slot>
    </View>
  );
};
