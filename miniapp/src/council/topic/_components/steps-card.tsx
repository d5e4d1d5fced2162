import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicPathLabels, topicStepLabels } from '@suishoupai/shared/topics/labels';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Points } from '../../../ui/points.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Slot } from '../../../ui/slot.tsx';
import styles from '../../council.module.scss';

const standingOf = ({ doneAt, isLate = false }: Topic['steps'][number], isNow: boolean) => {
  if (doneAt !== undefined) return <Chip text="完成" icon="check" tone="brand" />;
  if (isLate) return <Chip text="过期" tone="late" />;
  return isNow ? <Chip text="现在" tone="info" /> : null;
};

/** 定人 定责 定时 定效: every step with who, what for, until when, and with what effect. */
export const StepsCard = ({ topic }: { topic: Topic }) => {
  const { steps, step: now, path, missing } = topic;
  if (steps.length === 0) return null;
  return (
    <Card title={topicPathLabels[path]} aside={`${topic.stepsDone} / ${steps.length}`}>
      <Rows>
        {steps.map((plan) => (
          <View key={plan.step} className={styles['part']}>
            <View className={styles['line']}>
              <Text className={styles['strong']}>{topicStepLabels[plan.step].name}</Text>
              {standingOf(plan, plan.step === now)}
            </View>
            <Text className={styles['quiet']}>{`${plan.who} · ${plan.dueOn} 前 · ${plan.duty}`}</Text>
            <Slot>
              {plan.step === now && missing.length > 0 && <Points lines={missing.map((words) => `还缺：${words}`)} />}
            </Slot>
          </View>
        ))}
      </Rows>
    </Card>
  );
};
