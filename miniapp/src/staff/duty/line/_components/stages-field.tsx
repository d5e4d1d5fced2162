import type { Stage } from '@suishoupai/shared/duty/contract';
import { dutyLimits } from '@suishoupai/shared/duty/limits';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../../ui/button.tsx';
import { Field } from '../../../../ui/field.tsx';
import { Icon } from '../../../../ui/icon/icon.tsx';
import { Press } from '../../../../ui/press.tsx';
import { TextLine } from '../../../../ui/text-line.tsx';
import { LimitPicker } from './limit-picker.tsx';
import styles from './stages-field.module.scss';

type Props = { stages: readonly Stage[]; problems: Record<string, string>; onChange: (stages: Stage[]) => void };

const longestName = 12;
const fresh: Stage = { name: '', limit: { unit: 'workDay', amount: 1 } };

/** Milestones before the end of the work, earliest first. */
export const StagesField = ({ stages, problems, onChange }: Props) => {
  const change = (at: number, stage: Stage) => onChange(stages.map((each, index) => (index === at ? stage : each)));
  return (
    <View className={styles['stages']}>
      {stages.map((stage, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stage has no other identity while its name is typed
        <Field key={at} error={problems[`stages.${at}.name`] ?? problems[`stages.${at}.limit`]}>
          <View className={styles['stage']}>
            <View className={styles['head']}>
              <View className={styles['name']}>
                <TextLine
                  value={stage.name}
                  onChange={(name) => change(at, { ...stage, name })}
                  maxLength={longestName}
                  placeholder="阶段名，比如 停工"
                  label={`第 ${at + 1} 个阶段的名字`}
                />
              </View>
              <Press
                className={styles['remove']}
                label={`删去阶段 ${stage.name}`}
                onPress={() => onChange(stages.filter((_, index) => index !== at))}
              >
                <Icon name="x" />
              </Press>
            </View>
            <LimitPicker label="最迟" value={stage.limit} onChange={(limit) => change(at, { ...stage, limit })} />
          </View>
        </Field>
      ))}
      {stages.length === 0 && <Text className={styles['none']}>不分阶段，只有一个办好的期限。</Text>}
      {stages.length < dutyLimits.stages && (
        <Button look="ghost" icon="plus" text="加一个阶段" onPress={() => onChange([...stages, fresh])} />
      )}
    </View>
  );
};
