import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicPathLabels, topicStepLabels } from '@suishoupai/shared/topics/labels';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { StepBar } from '../../../ui/step-bar.tsx';
import { topicNote } from '../../topic-look.ts';
import { pathOf } from '../../topic-path.ts';
import { dayWords, planMoments } from '../plan.ts';
import styles from './path-card.module.scss';

type Props = { topic: Topic; now: string };

const Plan = ({ topic }: Pick<Props, 'topic'>) => (
  <View className={styles['plan']}>
    {planMoments(topic).map(({ step, standing, who, duty, dueOn, effect, doneOn, isLate }) => (
      <View key={step} className={styles['step']}>
        <View className={styles['top']}>
          <Text className={styles['name']}>{`${topicStepLabels[step].glyph} · ${topicStepLabels[step].name}`}</Text>
          {standing === 'done' && <Chip text={`${doneOn} 完成`} tone="calm" icon="circle-check" />}
          {standing === 'now' && (
            <Chip text={isLate ? '超过期限' : '正在办'} tone={isLate ? 'late' : 'brand'} icon="circle-dot" />
          )}
        </View>
        <Text className={styles['fact']}>{`谁来做：${who}`}</Text>
        <Text className={styles['fact']}>{`做什么：${duty}`}</Text>
        <Text className={styles['fact']}>{`哪天前：${dayWords(dueOn)}`}</Text>
        <Text className={styles['fact']}>{`做到什么样：${effect}`}</Text>
      </View>
    ))}
  </View>
);

/** Where it stands on its path; a tap shows who does each step, until when, with what effect. */
export const PathCard = ({ topic, now }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const path = pathOf(topic);
  const hasPlan = topic.steps.length > 0;
  const current = topic.steps.find(({ step }) => step === topic.step);
  const words = topic.state === 'done' ? '全部步骤都做完了' : topicNote(topic, now);
  return (
    <Card title={topicPathLabels[topic.path]} {...(hasPlan ? { aside: '每一步', onAside: () => setOpen(true) } : {})}>
      {/* The words at the right of the title do the same for whoever cannot tap a picture. */}
      <View onClick={() => setOpen(hasPlan)}>
        <StepBar {...path} />
      </View>
      {hasPlan && (
        <View className={styles['now']}>
          <Text className={topic.isLate ? styles['late'] : styles['strong']}>
            {topic.isLate ? `这一步超过期限：${topic.step ? topicStepLabels[topic.step].name : ''}` : words}
          </Text>
          {current !== undefined && topic.state === 'underway' && (
            <Text className={styles['fact']}>{`${current.who}：${current.duty}`}</Text>
          )}
        </View>
      )}
      <Sheet isOpen={isOpen} title="每一步：定人、定责、定时、定效" onClose={() => setOpen(false)}>
        <Plan topic={topic} />
      </Sheet>
    </Card>
  );
};
