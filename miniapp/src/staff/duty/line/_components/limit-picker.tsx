import type { Limit } from '@suishoupai/shared/duty/contract';
import { limitWords } from '@suishoupai/shared/duty/words';
import { Picker, Text, View } from '@tarojs/components';
import { aria } from '../../../../ui/aria.ts';
import { Icon } from '../../../../ui/icon/icon.tsx';
import styles from './limit-picker.module.scss';

type Props = { label: string; value: Limit; onChange: (limit: Limit) => void };

const units = ['workHour', 'workDay', 'hour'] as const satisfies readonly Limit['unit'][];
const unitNames = ['个工作小时', '个工作日', '小时（不分昼夜）'];
const amounts = Array.from({ length: 90 }, (_, index) => String(index + 1));

/** A row that says a limit and opens the phone's own wheel to change it. */
export const LimitPicker = ({ label, value, onChange }: Props) => (
  <View>
    <Picker
      mode="multiSelector"
      range={[amounts, unitNames]}
      value={[Math.min(value.amount, amounts.length) - 1, units.indexOf(value.unit)]}
      onChange={({ detail }) => {
        const [amount = 0, unit = 0] = detail.value;
        onChange({ amount: amount + 1, unit: units[unit] ?? 'workDay' });
      }}
    >
      <View className={styles['row']} {...aria({ role: 'button', label: `${label}，${limitWords(value)}，修改` })}>
        <Text className={styles['label']}>{label}</Text>
        <Text className={styles['value']}>{limitWords(value)}</Text>
        <Icon name="chevron-right" />
      </View>
    </Picker>
  </View>
);
