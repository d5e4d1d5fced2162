import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { useElder } from '../state/elder.ts';
import { cx } from './cx.ts';
import { FootBar } from './foot-bar.tsx';
import styles from './screen.module.scss';
import { Slot } from './slot.tsx';

type Props = PropsWithChildren<{
  foot?: ReactNode;
  /** A line above the foot's actions, for what must be seen before they are taken. */
  notice?: ReactNode;
}>;

/** The root of every page: paper, margins, elder mode, and room for the foot. */
export const Screen = ({ foot, notice, children }: Props) => {
  const isElder = useElder();
  const room = foot !== undefined && styles['footed'];
  return (
    <View className={cx(styles['screen'], isElder && 'elder')}>
      <View className={cx(styles['body'], room, Boolean(notice) && styles['noticed'])}>{children}</View>
      <Slot>{foot !== undefined && <FootBar notice={notice}>{foot}</FootBar>}</Slot>
    </View>
  );
};
