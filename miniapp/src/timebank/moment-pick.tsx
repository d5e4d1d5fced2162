import { Picker, Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import styles from './timebank.module.scss';
import { instantOf, wallOf } from './wall.ts';

type Props = { label: string; value: string; from: string; onChange: (iso: string) => void };

/** A day and an hour in China, by the phone's own wheels. */
export const MomentPick = ({ label, value, from, onChange }: Props) => {
  const { day, clock } = wallOf(value);
  return (
    <Field label={label}>
      <View className={styles['pair']}>
        <Picker
          mode="date"
          value={day}
          start={from}
          onChange={({ detail }) => onChange(instantOf(detail.value, clock))}
        >
          <View className={styles['pick']} {...aria({ role: 'button', label: `${label}，日期，${day}` })}>
            <Text>{day}</Text>
            <Icon name="chevron-down" size="mark" />
          </View>
        </Picker>
        <Picker mode="time" value={clock} onChange={({ detail }) => onChange(instantOf(day, detail.value))}>
          <View className={styles['pick']} {...aria({ role: 'button', label: `${label}，几点，${clock}` })}>
            <Text>{clock}</Text>
            <Icon name="chevron-down" size="mark" />
          </View>
        </Picker>
      </View>
    </Field>
  );
};
