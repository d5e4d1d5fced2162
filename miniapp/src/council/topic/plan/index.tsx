import type { TopicId } from '@suishoupai/shared/ids';
import { topicKindExamples, topicKindLabels, topicPathLabels } from '@suishoupai/shared/topics/labels';
import { topicLimits } from '@suishoupai/shared/topics/limits';
import { topicKinds } from '@suishoupai/shared/topics/paths';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Submit } from '../../../forms/submit.tsx';
import { Card } from '../../../ui/card.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Screen } from '../../../ui/screen.tsx';
import { Slot } from '../../../ui/slot.tsx';
import styles from '../../council.module.scss';
import { NothingNamed } from '../../nothing-named.tsx';
import { Refused } from '../../refused.tsx';
import { StepCard } from './_components/step-card.tsx';
import { usePlan } from './_hooks/use-plan.ts';
import { pathsOf } from './plan.ts';

const Plan = ({ topicId }: { topicId: TopicId }) => {
  const control = usePlan(topicId);
  const { view, draft, isNew, now, problem, isSending, isLocked, refusal } = control;
  const isStill = isSending || isLocked;
  return (
    <Screen
      foot={
        <Submit
          missing={isLocked ? undefined : problem}
          text={isNew ? '受理，按这个安排走' : '调整安排'}
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void control.submit()}
        />
      }
    >
      <Loaded view={view} onRetry={() => void control.reload()}>
        {(topic) => (
          <>
            <Card title={topic.title ?? '议题'}>
              <Text className={styles['quiet']}>
                {isNew
                  ? '安排已经按常规填好。看一眼日子，合适就直接受理。'
                  : '做完的步骤不能改。改了什么、为什么，会写进经过。'}
              </Text>
            </Card>
            <Slot>
              <Refused refusal={refusal} />
            </Slot>
            <Slot>
              {isNew && draft !== undefined && (
                <Card title="是哪一类事">
                  <View className={styles['stack']}>
                    <Pills label="是哪一类事">
                      {topicKinds.map((kind) => (
                        <Pill
                          key={kind}
                          text={topicKindLabels[kind]}
                          isChosen={kind === draft.kind}
                          isDisabled={isStill}
                          onPress={() => control.setKind(kind)}
                        />
                      ))}
                    </Pills>
                    <Text className={styles['quiet']}>{topicKindExamples[draft.kind]}</Text>
                    <Pills label="怎么走">
                      {pathsOf(draft.kind).map((path) => (
                        <Pill
                          key={path}
                          text={topicPathLabels[path]}
                          isChosen={path === draft.path}
                          isDisabled={isStill}
                          onPress={() => control.setPath(path)}
                        />
                      ))}
                    </Pills>
                  </View>
                </Card>
              )}
              {!isNew && draft !== undefined && (
                <Card title="为什么调整">
                  <LineBox
                    value={draft.reason}
                    onChange={control.setReason}
                    maxLength={topicLimits.note}
                    placeholder="比如 方案要等设计单位出图"
                    isDisabled={isStill}
                  />
                </Card>
              )}
            </Slot>
            {draft?.steps.map((plan, index) => (
              <StepCard
                key={plan.step}
                plan={plan}
                number={(isNew ? 0 : topic.steps.length - draft.steps.length) + index + 1}
                now={now}
                isDisabled={isStill}
                onChange={(change) => control.setStep(plan.step, change)}
              />
            ))}
          </>
        )}
      </Loaded>
    </Screen>
  );
};

const PlanPage = () => {
  const { id } = useRouter().params;
  return id === undefined ? <NothingNamed /> : <Plan topicId={id} />;
};

export default PlanPage;
