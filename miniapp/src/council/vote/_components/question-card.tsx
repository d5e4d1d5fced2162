import { voteLimits } from '@suishoupai/shared/votes/limits';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Choices } from '../../../ui/choices.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { Pills } from '../../../ui/pills.tsx';
import { Slot } from '../../../ui/slot.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import styles from '../../council.module.scss';
import type { Matter } from '../drafting.ts';
import { Asking, askingLabels, type QuestionDraft } from '../question-draft.ts';

type Props = {
  question: QuestionDraft;
  /** Undefined: the vote has no topic, and asks what it likes. */
  matters: readonly Matter[] | undefined;
  isDisabled: boolean;
  onChange: (question: QuestionDraft) => void;
};

const notes: Record<Asking, string> = {
  motion: '最常用：对一个方案表示同意或不同意',
  single: '几个方案里选一个',
  multiple: '可以选几项，比如选代表',
  ranked: '按喜欢的先后排，逐轮淘汰最少的',
  scored: '给每一项打分，取平均高的',
  budget: '每人有几分，分给想办的事，钱用完为止',
};

const Numbers = ({ question, isDisabled, onChange }: Omit<Props, 'matters'>) => {
  const line = (field: 'max' | 'maxScore' | 'allotment' | 'budget', placeholder: string) => (
    <LineBox
      value={question[field]}
      onChange={(value) => onChange({ ...question, [field]: value })}
      keyboard={field === 'budget' ? 'digit' : 'number'}
      maxLength={12}
      placeholder={placeholder}
      isDisabled={isDisabled}
    />
  );
  switch (question.asking) {
    case 'ranked':
      return <Field label="最多排几项">{line('max', '不写就是全部都能排')}</Field>;
    case 'multiple':
      return <Field label="最多选几项">{line('max', '最多选几项')}</Field>;
    case 'scored':
      return <Field label="满分几分">{line('maxScore', '满分几分')}</Field>;
    case 'budget':
      return (
        <>
          <Field label="每人几分">{line('allotment', '每人几分')}</Field>
          <Field label="总预算（元）">{line('budget', '总预算，元')}</Field>
        </>
      );
    default:
      return null;
  }
};

const Options = ({ question, isDisabled, onChange }: Omit<Props, 'matters'>) => {
  const { options, asking } = question;
  const write = (at: number, change: Partial<(typeof options)[number]>) =>
    onChange({ ...question, options: options.map((option, i) => (i === at ? { ...option, ...change } : option)) });
  return (
    <Field label="选项">
      {options.map(({ text, cost }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end
        <View key={at} className={styles['pair']}>
          <LineBox
            value={text}
            onChange={(value) => write(at, { text: value })}
            maxLength={voteLimits.optionText}
            placeholder={`选项 ${at + 1}`}
            isDisabled={isDisabled}
          />
          {asking === 'budget' && (
            <LineBox
              value={cost}
              onChange={(value) => write(at, { cost: value })}
              keyboard="digit"
              maxLength={12}
              placeholder="要多少元"
              label={`选项 ${at + 1} 要多少元`}
              isDisabled={isDisabled}
            />
          )}
        </View>
      ))}
      <Slot>
        {options.length < voteLimits.options && (
          <Button
            look="soft"
            icon="plus"
            text="加一个选项"
            isDisabled={isDisabled}
            onPress={() => onChange({ ...question, options: [...options, { text: '', cost: '' }] })}
          />
        )}
      </Slot>
    </Field>
  );
};

/** What is asked, and how it is answered. */
export const QuestionCard = (props: Props) => {
  const { question, matters, isDisabled, onChange } = props;
  return (
    <Card title="表决什么">
      <View className={styles['stack']}>
        {matters === undefined ? (
          <TextArea
            value={question.text}
            onChange={(text) => onChange({ ...question, text })}
            maxLength={200}
            placeholder="一句话问清楚，比如 是否同意续聘幸福物业"
            label="要问什么"
            isDisabled={isDisabled}
          />
        ) : (
          <Field hint="只能表决公告过的事项。要问别的，先在议题里发公告。">
            <Choices
              label="表决哪一件"
              choices={matters.map(({ text }) => ({ id: text, name: text }))}
              chosen={question.text}
              onChoose={(text) => !isDisabled && onChange({ ...question, text })}
            />
          </Field>
        )}
        <Field label="怎么答">
          <Pills label="怎么答">
            {Asking.options.map((asking) => (
              <Pill
                key={asking}
                text={askingLabels[asking]}
                isChosen={asking === question.asking}
                isDisabled={isDisabled}
                onPress={() => onChange({ ...question, asking })}
              />
            ))}
          </Pills>
          <Text className={styles['quiet']}>{notes[question.asking]}</Text>
        </Field>
        <Slot>
          {question.asking !== 'motion' && (
            <>
              <Options question={question} isDisabled={isDisabled} onChange={onChange} />
              <Numbers question={question} isDisabled={isDisabled} onChange={onChange} />
            </>
          )}
        </Slot>
      </View>
    </Card>
  );
};
