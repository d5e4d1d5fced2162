import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './slot.module.scss';

/**
 * A place for what comes and goes. It has no box of its own on the screen; its sense is that Taro sends a parent's whole list of
 * children when one leaves or comes before another, and this is then the parent.
 */
export const Slot = ({ children }: PropsWithChildren) => <View className={styles['slot']}>{children}</View>;
