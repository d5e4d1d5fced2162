import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './stack.module.scss';

/** One beneath the other, with room between. */
export const Stack = ({ children }: PropsWithChildren) => <View className={styles['stack']}>{children}</View>;
