import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicStepLabels } from '@suishoupai/shared/topics/labels';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ApiError } from '../../../api/api-error.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Field } from '../../../ui/field.tsx';
import { Points } from '../../../ui/points.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import styles from '../../council.module.scss';
import { Refused } from '../../refused.tsx';
import { asksOf } from '../next-deed.ts';

type Props = {
  topic: Topic;
  isRunning: boolean;
  isLocked: boolean;
  refusal: ApiError | undefined;
  onFinish: (said: { words?: string; decision?: string }) => void;
  onClose: () => void;
};

/** The present step is done: what came of it, and what is still missing. */
export const FinishSheet = ({ topic, isRunning, isLocked, refusal, onFinish, onClose }: Props) => {
  const [words, setWords] = useState('');
  const [decision, setDecision] = useState('');
  const { isWordsNeeded, hasDecision } = asksOf(topic);
  const name = topic.step === undefined ? '' : topicStepLabels[topic.step].name;
  const isShort = (isWordsNeeded && words.trim().length < 2) || (decision.trim() !== '' && decision.trim().length < 5);
  const isStill = isRunning || isLocked;
  return (
    <Sheet isOpen title={`完成「${name}」`} onClose={onClose}>
      <View className={styles['stack']}>
        <Slot>
          {topic.missing.length > 0 && (
            <Card tone="warn" title="还缺">
              <Points lines={topic.missing} />
            </Card>
          )}
          {hasDecision && (
            <Field label="居委会的决定" hint="有生效的表决或双签纪要的，不用写">
              <TextArea
                value={decision}
                onChange={setDecision}
                maxLength={topicLimits.words}
                placeholder="决定了什么，谁来办，什么时候办好"
                label="居委会的决定"
                isDisabled={isStill}
              />
            </Field>
          )}
        </Slot>
        <Field
          label={isWordsNeeded ? '这一步做了什么、定了什么' : '要说的话（可不写）'}
          hint="会写进议题的经过，大家都看得到"
        >
          <TextArea
            value={words}
            onChange={setWords}
            maxLength={topicLimits.words}
            placeholder="几句话说清楚"
            label="这一步做了什么"
            isDisabled={isStill}
          />
        </Field>
        <View className={styles['submit']}>
          <Refused refusal={refusal} />
          <Button
            isLarge
            text={isLocked && !isRunning ? '没有收到回音，再发一次' : `完成「${name}」`}
            isLoading={isRunning}
            isDisabled={isShort && !isLocked}
            onPress={() =>
              onFinish({
                ...(words.trim() === '' ? {} : { words: words.trim() }),
                ...(decision.trim() === '' ? {} : { decision: decision.trim() }),
              })
            }
          />
        </View>
      </View>
    </Sheet>
  );
};
