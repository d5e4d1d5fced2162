import { moneyWords, optionWords } from '@suishoupai/shared/votes/labels';
import type { Question } from '@suishoupai/shared/votes/question';
import { Text, View } from '@tarojs/components';
import { aria } from '../../../ui/aria.ts';
import { Icon } from '../../../ui/icon/icon.tsx';
import { Press } from '../../../ui/press.tsx';
import { Stack } from '../../stack.tsx';
import { abstaining, blank, type Draft, leftOf, moved, picked, withPoints } from '../drafting.ts';
import styles from './fill-in.module.scss';
import { OptionRow } from './option-row.tsx';
import { Stepper } from './stepper.tsx';

type Props<Q extends Question = Question> = { question: Q; draft: Draft; onChange: (draft: Draft) => void };

const Pick = ({ question, draft, onChange }: Props) => (
  <Stack>
    {question.options.map(({ id }) => (
      <OptionRow
        key={id}
        role={question.method === 'single' ? 'radio' : 'checkbox'}
        text={optionWords(question, id)}
        isOn={draft.picked.includes(id)}
        onPress={() => onChange(picked(question, draft, id))}
      />
    ))}
  </Stack>
);

/** What is ranked stands above in its order, with ways up, down and out; what is not waits beneath. */
const Rank = ({ question, draft, onChange }: Props) => {
  const rest = question.options.filter(({ id }) => !draft.picked.includes(id));
  return (
    <Stack>
      {draft.picked.map((id, index) => {
        const words = optionWords(question, id);
        return (
          <View key={id} className={styles['place']} {...aria({ role: 'group', label: `第 ${index + 1}：${words}` })}>
            <Text className={styles['number']}>{index + 1}</Text>
            <Text className={styles['words']}>{words}</Text>
            <Press
              className={styles['turn']}
              label={`${words}，往上`}
              isDisabled={index === 0}
              onPress={() => onChange(moved(draft, id, -1))}
            >
              <Icon name="arrow-up" />
            </Press>
            <Press
              className={styles['turn']}
              label={`${words}，往下`}
              isDisabled={index === draft.picked.length - 1}
              onPress={() => onChange(moved(draft, id, 1))}
            >
              <Icon name="arrow-down" />
            </Press>
            <Press
              className={styles['turn']}
              label={`${words}，不排`}
              onPress={() => onChange(picked(question, draft, id))}
            >
              <Icon name="x" />
            </Press>
          </View>
        );
      })}
      {rest.length > 0 && draft.picked.length > 0 && <Text className={styles['note']}>还没排的，点一下排到后面</Text>}
      {rest.map(({ id }) => (
        <OptionRow
          key={id}
          role="checkbox"
          text={optionWords(question, id)}
          isOn={false}
          onPress={() => onChange(picked(question, draft, id))}
        />
      ))}
    </Stack>
  );
};

const Score = ({ question, draft, onChange }: Props<Question & { method: 'scored' }>) => (
  <Stack>
    {question.options.map(({ id, text }) => (
      <View key={id} className={styles['row']}>
        <Text className={styles['words']}>{text}</Text>
        <Stepper
          label={text}
          value={draft.points[id] ?? 0}
          max={question.maxScore}
          onChange={(value) => onChange(withPoints(draft, id, value))}
        />
      </View>
    ))}
  </Stack>
);

/** A tenth of what there is at a time where there is much of it. */
const stepFor = (allotment: number): number => (allotment <= 20 ? 1 : Math.floor(allotment / 20));

const Budget = ({ question, draft, onChange }: Props<Question & { method: 'budget' }>) => {
  const left = leftOf(question, draft);
  return (
    <Stack>
      <View className={styles['left']} {...aria({ live: 'polite' })}>
        <Text>{`您有 ${question.allotment} 分，还剩`}</Text>
        <Text className={styles['count']}>{left}</Text>
        <Text>分</Text>
      </View>
      {question.options.map(({ id, text, costFen }) => {
        const value = draft.points[id] ?? 0;
        return (
          <View key={id} className={styles['row']}>
            <View className={styles['words']}>
              <Text>{text}</Text>
              <Text className={styles['note']}>{`要 ${moneyWords(costFen)}`}</Text>
            </View>
            <Stepper
              label={text}
              value={value}
              max={value + left}
              step={stepFor(question.allotment)}
              onChange={(points) => onChange(withPoints(draft, id, points))}
            />
          </View>
        );
      })}
    </Stack>
  );
};

const byMethod = ({ question, draft, onChange }: Props) => {
  switch (question.method) {
    case 'single':
    case 'multiple':
      return <Pick question={question} draft={draft} onChange={onChange} />;
    case 'ranked':
      return <Rank question={question} draft={draft} onChange={onChange} />;
    case 'scored':
      return <Score question={question} draft={draft} onChange={onChange} />;
    case 'budget':
      return <Budget question={question} draft={draft} onChange={onChange} />;
    default:
      return question satisfies never;
  }
};

/** The ballot by whatever method is asked, and abstaining, which is always there. */
export const FillIn = (props: Props) => {
  const { question, draft, onChange } = props;
  return (
    <View {...aria({ role: question.method === 'single' ? 'radiogroup' : 'group', label: question.text })}>
      <Stack>
        {byMethod(props)}
        <OptionRow
          role={question.method === 'single' ? 'radio' : 'checkbox'}
          text="弃权"
          note="算参与，不支持任何选项"
          isOn={draft.isAbstaining}
          onPress={() => onChange(draft.isAbstaining ? blank : abstaining)}
        />
      </Stack>
    </View>
  );
};
