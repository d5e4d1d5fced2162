import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Icon } from './icon/icon.tsx';
import type { IconName } from './icon/names.generated.ts';
import styles from './line-box.module.scss';
import { Slot } from './slot.tsx';
import { TextLine, type TextLineProps } from './text-line.tsx';

/** `label`: the placeholder when absent. Children stand at the right end, beneath the line in elder mode. */
type Props = PropsWithChildren<Omit<TextLineProps, 'label'> & { label?: string; icon?: IconName }>;

/** One line of text in a sunken box. */
export const LineBox = ({ icon, placeholder, label = placeholder, children, ...line }: Props) => (
  <View className={styles['box']}>
    {icon && <Icon name={icon} />}
    <TextLine placeholder={placeholder} label={label} {...line} />
    <Slot>{children && <View className={styles['end']}>{children}</View>}</Slot>
  </View>
);
