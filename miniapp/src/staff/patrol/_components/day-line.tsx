import { Picker, Text, View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { PillLine } from '../../../ui/pill-line.tsx';
import { dayChoices, dayFrom, dayWords } from '../days.ts';
import styles from './day-line.module.scss';

type Props = {
  day: string;
  now: string;
  /** From today on. */
  isAhead?: boolean;
  onChoose: (day: string) => void;
};

/** Yesterday, today, tomorrow; another day by the phone's own wheel. */
export const DayLine = ({ day, now, isAhead = false, onChoose }: Props) => {
  const days = dayChoices(day, now).filter((value) => !isAhead || value >= dayFrom(now, 0));
  return (
    <PillLine label="哪一天">
      {days.map((value) => (
        <Pill key={value} text={dayWords(value, now)} isChosen={value === day} onPress={() => onChoose(value)} />
      ))}
      <Picker
        mode="date"
        value={day}
        start={dayFrom(now, isAhead ? 0 : -365)}
        end={dayFrom(now, 60)}
        onChange={({ detail }) => onChoose(detail.value)}
      >
        <View className={styles['other']} {...aria({ role: 'button', label: '选日子' })}>
          <Text>选日子</Text>
          <Icon name="chevron-down" size="mark" />
        </View>
      </Picker>
    </PillLine>
  );
};
