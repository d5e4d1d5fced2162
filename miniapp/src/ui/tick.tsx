import { View } from '@tarojs/components';
import { aria } from './aria.ts';
import { cx } from './cx.ts';
import { Icon } from './icon/icon.tsx';
import styles from './tick.module.scss';

/** The picture of a box to tick; the row it stands in is what is tapped. */
export const Tick = ({ isOn }: { isOn: boolean }) => (
  <View className={cx(styles['box'], isOn && styles['on'])} {...aria({ isHidden: true })}>
    <Icon name="check" />
  </View>
);
