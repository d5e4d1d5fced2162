import { chinaDay } from '@suishoupai/shared/time/china';
import { dayMs } from '@suishoupai/shared/time/units';
import { Picker, Text, View } from '@tarojs/components';
import type { Filling } from '../../../../ticket/step-sheet.tsx';
import { aria } from '../../../../ui/aria.ts';
import { Field } from '../../../../ui/field.tsx';
import { Icon } from '../../../../ui/icon/icon.tsx';
import styles from './fields.module.scss';

const dayAfter = (now: string, days: number): string =>
  chinaDay(new Date(Date.parse(now) + days * dayMs).toISOString());

/** The day on which it is looked at again, from tomorrow on. */
export const DayField = ({ now, fields: { day }, setFields }: Filling & { now: string }) => (
  <Field label="哪天复核">
    <Picker
      mode="date"
      value={day ?? dayAfter(now, 30)}
      start={dayAfter(now, 1)}
      end={dayAfter(now, 730)}
      onChange={({ detail }) => setFields({ day: detail.value })}
    >
      <View className={styles['day']} {...aria({ role: 'button', label: `哪天复核，${day ?? '还没选'}` })}>
        <Text className={day === undefined ? styles['unset'] : undefined}>{day ?? '选一个日子'}</Text>
        <Icon name="chevron-down" />
      </View>
    </Picker>
  </Field>
);
