import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from './aria.ts';
import styles from './card.module.scss';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import { Press } from './press.tsx';

type Props = PropsWithChildren<{
  title?: string;
  /** A word or two at the right of the title; with `onPress` it becomes a link. */
  aside?: string;
  onAside?: () => void;
  tone?: 'plain' | 'info' | 'warn';
  /** For rows, which bring their own room above and below. */
  isTight?: boolean;
}>;

export const Card = ({ title, aside, onAside, tone = 'plain', isTight = false, children }: Props) => (
  <View className={cx(styles['card'], styles[tone], isTight && styles['tight'])}>
    {title !== undefined && (
      <View className={styles['head']}>
        <Text className={styles['title']} {...aria({ role: 'heading' })}>
          {title}
        </Text>
        {aside !== undefined && onAside === undefined && <Text className={styles['aside']}>{aside}</Text>}
        {aside !== undefined && onAside !== undefined && (
          <Press
            className={cx(styles['aside'], styles['link'])}
            role="link"
            label={`${title}，${aside}`}
            onPress={onAside}
          >
            <Text>{aside}</Text>
            <Icon name="chevron-right" size="mark" />
          </Press>
        )}
      </View>
    )}
    {children}
  </View>
);
