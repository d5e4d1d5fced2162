import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { aria } from './aria.ts';
import { Icon } from './icon/icon.tsx';
import { Press } from './press.tsx';
import styles from './sheet.module.scss';
import { Slot } from './slot.tsx';

type Props = PropsWithChildren<{ isOpen: boolean; title: string; onClose: () => void }>;

/** A panel from below; tapping the veil closes it. What it holds is made when it opens. */
export const Sheet = ({ isOpen, title, onClose, children }: Props) => (
  <Slot>
    {isOpen && (
      <View className={styles['layer']}>
        <View className={styles['veil']} catchMove onClick={onClose} {...aria({ isHidden: true })} />
        <View className={styles['panel']} {...aria({ role: 'dialog', label: title })}>
          <View className={styles['head']}>
            <Text className={styles['title']} {...aria({ role: 'heading' })}>
              {title}
            </Text>
            <Press className={styles['close']} label="关闭" onPress={onClose}>
              <Icon name="x" />
            </Press>
          </View>
          <View className={styles['body']}>{children}</View>
        </View>
      </View>
    )}
  </Slot>
);
