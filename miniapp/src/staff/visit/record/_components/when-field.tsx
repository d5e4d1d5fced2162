import { fieldworkLimits } from '@suishoupai/shared/fieldwork/limits';
import { chinaDay, exactTime } from '@suishoupai/shared/time/china';
import { Picker, Text, View } from '@tarojs/components';
import { useNow } from '../../../../state/now.ts';
import { aria } from '../../../../ui/aria.ts';
import { Icon } from '../../../../ui/icon/icon.tsx';
import { dayFrom } from '../../../patrol/days.ts';
import styles from './record.module.scss';

type Props = { at: string | undefined; isLocked: boolean; onChange: (at: string) => void };

const instantOf = (day: string, clock: string): string =>
  new Date(Date.parse(`${day}T${clock}:00.000+08:00`)).toISOString();
const clockOf = (iso: string): string => exactTime(iso).split(' ')[1] ?? '00:00';

/** When it was: just now, unless it is written down later. */
export const WhenField = ({ at, isLocked, onChange }: Props) => {
  const now = useNow();
  const shown = at ?? now;
  const words = exactTime(shown);
  /** A time that has not come yet today is meant as now. */
  const choose = (day: string, clock: string) => {
    const chosen = instantOf(day, clock);
    onChange(chosen > now ? now : chosen);
  };
  return (
    <View className={styles['when']}>
      <Text className={styles['grow']}>走访时间</Text>
      <Picker
        mode="date"
        value={chinaDay(shown)}
        start={dayFrom(now, 1 - fieldworkLimits.sinceDays)}
        end={dayFrom(now, 0)}
        disabled={isLocked}
        onChange={({ detail }) => choose(detail.value, clockOf(shown))}
      >
        <View className={styles['value']} {...aria({ role: 'button', label: `走访日期 ${words}` })}>
          <Text>{words.split(' ')[0]}</Text>
        </View>
      </Picker>
      <Picker
        mode="time"
        value={clockOf(shown)}
        disabled={isLocked}
        onChange={({ detail }) => choose(chinaDay(shown), detail.value)}
      >
        <View className={styles['value']} {...aria({ role: 'button', label: `走访钟点 ${words}` })}>
          <Text>{clockOf(shown)}</Text>
          <Icon name="chevron-down" size="mark" />
        </View>
      </Picker>
    </View>
  );
};
