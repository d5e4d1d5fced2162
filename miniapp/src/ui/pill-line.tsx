import { ScrollView, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from './aria.ts';
import styles from './pill-line.module.scss';

/** Pills in one line that scrolls sideways, for a choice above a list; in elder mode all of them are seen at once. */
export const PillLine = ({ label, children }: PropsWithChildren<{ label: string }>) => (
  <ScrollView scrollX enhanced showScrollbar={false} className={styles['scroll']}>
    <View className={styles['line']} {...aria({ role: 'radiogroup', label })}>
      {children}
    </View>
  </ScrollView>
);
