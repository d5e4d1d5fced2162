import type { Limit } from '@suishoupai/shared/duty/contract';
import { Text, View } from '@tarojs/components';
import { limitWords } from '../../../../ticket/limit-words.ts';
import { aria } from '../../../../ui/aria.ts';
import { Icon } from '../../../../ui/icon/icon.tsx';
import { Pill } from '../../../../ui/pill.tsx';
import { Pills } from '../../../../ui/pills.tsx';
import { Press } from '../../../../ui/press.tsx';
import { isAtEnd, steppedLimit, withUnit } from '../../limit-steps.ts';
import styles from './fields.module.scss';

type Props = {
  label: string;
  limit: Limit | undefined;
  /** What no limit of its own means; without it there always is one. */
  none?: string;
  onChange: (limit: Limit | undefined) => void;
};

const units = [
  ['workDay', '工作日'],
  ['workHour', '工作小时'],
  ['hour', '小时'],
] as const;

/** An amount by steps and its unit: no keyboard. */
export const LimitField = ({ label, limit, none, onChange }: Props) => {
  const step = (by: 1 | -1, text: string, icon: 'plus' | 'minus') => (
    <Press
      className={styles['step']}
      label={text}
      isDisabled={limit === undefined || isAtEnd(limit, by)}
      onPress={() => limit && onChange(steppedLimit(limit, by))}
    >
      <Icon name={icon} />
    </Press>
  );
  return (
    <View className={styles['stack']}>
      <Pills label={`${label}的单位`}>
        {none !== undefined && <Pill text={none} isChosen={limit === undefined} onPress={() => onChange(undefined)} />}
        {units.map(([unit, name]) => (
          <Pill
            key={unit}
            text={name}
            isChosen={limit?.unit === unit}
            onPress={() => onChange(withUnit(limit, unit))}
          />
        ))}
      </Pills>
      {limit !== undefined && (
        <View className={styles['stepper']}>
          {step(-1, '减一', 'minus')}
          <Text className={styles['amount']} {...aria({ live: 'polite' })}>
            {limitWords(limit)}
          </Text>
          {step(1, '加一', 'plus')}
        </View>
      )}
    </View>
  );
};
