import { topicStepLabels } from '@suishoupai/shared/topics/labels';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../../ui/card.tsx';
import { LineBox } from '../../../../ui/line-box.tsx';
import styles from '../../../council.module.scss';
import { DayPick } from '../../../moment-field.tsx';
import { dayAfter, type PlannedStep } from '../plan.ts';

type Props = {
  plan: PlannedStep;
  number: number;
  now: string;
  isDisabled: boolean;
  onChange: (change: Partial<Omit<PlannedStep, 'step'>>) => void;
};

const longestWho = 40;

/** One step in a line that is usually right; the day is one tap away, the words another. */
export const StepCard = ({ plan, number, now, isDisabled, onChange }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const { step, who, duty, dueOn, effect } = plan;
  const { name } = topicStepLabels[step];
  return (
    <Card title={`${number}. ${name}`} aside={isOpen ? '收起' : '改人和事'} onAside={() => setOpen(!isOpen)}>
      <View className={styles['stack']}>
        {isOpen ? (
          <>
            <LineBox
              icon="user-round"
              value={who}
              onChange={(value) => onChange({ who: value })}
              maxLength={longestWho}
              placeholder="谁负责"
              label={`${name}，谁负责`}
              isDisabled={isDisabled}
            />
            <LineBox
              icon="clipboard-list"
              value={duty}
              onChange={(value) => onChange({ duty: value })}
              maxLength={topicLimits.effect}
              placeholder="做什么"
              label={`${name}，做什么`}
              isDisabled={isDisabled}
            />
            <LineBox
              icon="circle-check"
              value={effect}
              onChange={(value) => onChange({ effect: value })}
              maxLength={topicLimits.effect}
              placeholder="要有什么效果"
              label={`${name}，要有什么效果`}
              isDisabled={isDisabled}
            />
          </>
        ) : (
          <View>
            <Text className={styles['strong']}>{`${who}：${duty}`}</Text>
            <View>
              <Text className={styles['quiet']}>{`效果：${effect}`}</Text>
            </View>
          </View>
        )}
        <DayPick
          label={`${name}，最晚哪天`}
          day={dueOn}
          from={dayAfter(now, 0)}
          isDisabled={isDisabled}
          onChange={(value) => onChange({ dueOn: value })}
        />
      </View>
    </Card>
  );
};
