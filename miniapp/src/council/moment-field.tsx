import { Picker, Text, View } from '@tarojs/components';
import { aria } from '../ui/aria.ts';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon/icon.tsx';
import styles from './council.module.scss';
import { instantOf, wallOf } from './wall.ts';

type DayProps = {
  label: string;
  day: string;
  from: string;
  isDisabled?: boolean;
  onChange: (day: string) => void;
};

/** A day by the phone's own wheel. */
export const DayPick = ({ label, day, from, isDisabled = false, onChange }: DayProps) => (
  <Picker mode="date" value={day} start={from} disabled={isDisabled} onChange={({ detail }) => onChange(detail.value)}>
    <View className={styles['pick']} {...aria({ role: 'button', label: `${label}，${day}` })}>
      <Text>{day}</Text>
      <Icon name="chevron-down" size="mark" />
    </View>
  </Picker>
);

type Props = {
  label: string;
  value: string;
  /** The first day that may be chosen. */
  from: string;
  hint?: string;
  error?: string | undefined;
  isDisabled?: boolean;
  onChange: (iso: string) => void;
};

/** A day and an hour in China. */
export const MomentField = ({ label, value, from, hint, error, isDisabled = false, onChange }: Props) => {
  const { day, clock } = wallOf(value);
  return (
    <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      <View className={styles['pair']}>
        <DayPick
          label={`${label}，日期`}
          day={day}
          from={from}
          isDisabled={isDisabled}
          onChange={(next) => onChange(instantOf(next, clock))}
        />
        <Picker
          mode="time"
          value={clock}
          disabled={isDisabled}
          onChange={({ detail }) => onChange(instantOf(day, detail.value))}
        >
          <View className={styles['pick']} {...aria({ role: 'button', label: `${label}，几点，${clock}` })}>
            <Text>{clock}</Text>
            <Icon name="chevron-down" size="mark" />
          </View>
        </Picker>
      </View>
    </Field>
  );
};
