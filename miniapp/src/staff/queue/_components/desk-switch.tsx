import { ScrollView, Text, View } from '@tarojs/components';
import { type Desk, keyOf, tabOf } from '../../../desks.ts';
import { aria } from '../../../ui/aria.ts';
import { cx } from '../../../ui/cx.ts';
import { Press } from '../../../ui/press.tsx';
import styles from './desk-switch.module.scss';

type Props = { desks: readonly Desk[]; chosen: Desk; onChoose: (desk: Desk) => void };

/** For whoever sits at several desks. */
export const DeskSwitch = ({ desks, chosen, onChoose }: Props) => {
  if (desks.length < 2) return null;
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className={styles['scroll']}>
      <View className={styles['row']} {...aria({ role: 'tablist', label: '切换岗位' })}>
        {desks.map((desk) => {
          const isChosen = keyOf(desk) === keyOf(chosen);
          return (
            <Press
              key={keyOf(desk)}
              role="tab"
              isChecked={isChosen}
              label={tabOf(desk)}
              className={styles['tab']}
              onPress={() => onChoose(desk)}
            >
              <Text className={cx(styles['pill'], isChosen && styles['on'])}>{tabOf(desk)}</Text>
            </Press>
          );
        })}
      </View>
    </ScrollView>
  );
};
