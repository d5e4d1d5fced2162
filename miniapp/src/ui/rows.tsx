import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './rows.module.scss';

/** Rows with a hairline between them; each is a `View` at its root. */
export const Rows = ({ children }: PropsWithChildren) => <View className={styles['rows']}>{children}</View>;
