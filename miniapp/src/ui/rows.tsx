import { View } from '@tarojs/components';
import { Children, type PropsWithChildren } from 'react';
import styles from './rows.module.scss';

/** Rows with a hairline between them. */
export const Rows = ({ children }: PropsWithChildren) => (
  <View className={styles['rows']}>
    {Children.map(children, (child) => child && <View className={styles['cell']}>{child}</View>)}
  </View>
);
