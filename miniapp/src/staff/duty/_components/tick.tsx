import { View } from '@tarojs/components';
import { cx } from '../../../ui/cx.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import styles from './tick.module.scss';

/** The mark at the end of a row that is chosen or not. */
export const Tick = ({ isOn }: { isOn: boolean }) => (
  <View className={cx(styles['tick'], isOn && styles['on'])}>
    <Icon name={isOn ? 'circle-check' : 'circle'} />
  </View>
);
