import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import styles from './foot-bar.module.scss';
import { Slot } from './slot.tsx';

/** The bar of actions at the foot of a screen, above the home indicator; children share its width, a notice stands above them. */
export const FootBar = ({ notice, children }: PropsWithChildren<{ notice?: ReactNode }>) => (
  <View className={cx(styles['foot'], notice !== undefined && styles['noted'])}>
    {notice !== undefined && (
      <Slot>
        {notice && (
          <View className={styles['notice']} {...aria({ live: 'polite' })}>
            {notice}
          </View>
        )}
      </Slot>
    )}
    {children}
  </View>
);
