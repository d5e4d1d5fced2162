import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import styles from './toggle.module.scss';

/** The picture of a switch; the row it stands in is what is tapped. */
export const Toggle = ({ isOn }: { isOn: boolean }) => (
  <View className={cx(styles['track'], isOn && styles['on'])} {...aria({ isHidden: true })}>
    <View className={styles['knob']} />
  </View>
);
