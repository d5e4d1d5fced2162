import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import { Press } from './press.tsx';
import styles from './said-row.module.scss';

type Props = PropsWithChildren<{
  who: string;
  when: string;
  text: string;
  /** For words that stand in the place of what was not published. */
  isQuiet?: boolean;
  /** Beside the name. */
  marks?: ReactNode;
  /** Beneath, in small: why it was taken down. */
  note?: string | undefined;
  /** Said for the three dots at the right. */
  flagLabel: string;
  /** Absent for one's own. */
  onFlag?: (() => void) | undefined;
  onAppeal?: (() => void) | undefined;
}>;

/** What somebody said, among what others said. */
export const SaidRow = ({ who, when, text, isQuiet, marks, note, flagLabel, onFlag, onAppeal, children }: Props) => (
  <View className={styles['said']} {...aria({ role: 'listitem' })}>
    <View className={styles['head']}>
      <Text className={styles['author']}>{who}</Text>
      {marks}
      <Text className={styles['time']}>{when}</Text>
      {onFlag !== undefined && (
        <Press className={styles['more']} label={flagLabel} onPress={onFlag}>
          <Icon name="ellipsis" />
        </Press>
      )}
    </View>
    <Text className={cx(styles['text'], isQuiet && styles['quiet'])}>{text}</Text>
    {note !== undefined && <Text className={styles['time']}>{note}</Text>}
    {onAppeal !== undefined && (
      <Press className={styles['appeal']} role="link" onPress={onAppeal}>
        <Text>觉得不该隐藏？申诉</Text>
      </Press>
    )}
    {children}
  </View>
);
