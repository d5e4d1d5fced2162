import { chinaDay } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';
import styles from '../../council.module.scss';
import { MomentField } from '../../moment-field.tsx';
import type { Times } from '../drafting.ts';

type Props = {
  times: Times;
  errors: { opensAt: string | undefined; closesAt: string | undefined };
  isDisabled: boolean;
  onChange: (times: { opensAt: string; closesAt: string }) => void;
};

/** When it opens and closes, and from when it may. */
export const TimesCard = ({ times, errors, isDisabled, onChange }: Props) => {
  const { opensAt, closesAt, earliest, notice } = times;
  return (
    <Card title="什么时候投">
      <View className={styles['stack']}>
        <Text className={styles['quiet']}>{notice}</Text>
        <MomentField
          label="开始"
          value={opensAt}
          from={chinaDay(earliest)}
          error={errors.opensAt ?? (opensAt < earliest ? '公告的天数不够，往后挪' : undefined)}
          isDisabled={isDisabled}
          onChange={(next) => onChange({ opensAt: next, closesAt })}
        />
        <MomentField
          label="截止"
          value={closesAt}
          from={chinaDay(opensAt)}
          hint="到点自动截止，只能延长，不能提前"
          error={errors.closesAt}
          isDisabled={isDisabled}
          onChange={(next) => onChange({ opensAt, closesAt: next })}
        />
      </View>
    </Card>
  );
};
