import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './foot-bar.module.scss';

/** The bar of actions at the foot of a screen, above the home indicator; children share its width. */
export const FootBar = ({ children }: PropsWithChildren) => <View className={styles['foot']}>{children}</View>;
