import { chinaDay } from '@suishoupai/shared/time/china';
import { Picker, Text, View } from '@tarojs/components';
import { aria } from '../../../../ui/aria.ts';
import { Icon } from '../../../../ui/icon/icon.tsx';
import styles from '../../line/_components/limit-picker.module.scss';

type Props = { words: string; day: string | undefined; earliest: string; onChoose: (day: string) => void };

const yearMs = 365 * 86_400_000;

/** From which day on, by the phone's own calendar wheel; at most a year ahead. */
export const DayPicker = ({ words, day, earliest, onChoose }: Props) => (
  <Picker
    mode="date"
    value={day ?? earliest}
    start={earliest}
    end={chinaDay(new Date(Date.now() + yearMs).toISOString())}
    onChange={({ detail }) => onChoose(detail.value)}
  >
    <View className={styles['row']} {...aria({ role: 'button', label: `${words}，修改` })}>
      <Text className={styles['label']}>从哪天起</Text>
      <Text className={styles['value']}>{words}</Text>
      <Icon name="chevron-right" />
    </View>
  </Picker>
);
