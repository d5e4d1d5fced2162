import { optionWords } from '@suishoupai/shared/votes/labels';
import type { Question } from '@suishoupai/shared/votes/question';
import { View } from '@tarojs/components';
import { Card } from '../../../../ui/card.tsx';
import { Choices } from '../../../../ui/choices.tsx';
import { Field } from '../../../../ui/field.tsx';
import { LineBox } from '../../../../ui/line-box.tsx';
import styles from '../../../council.module.scss';
import { type Marks, withName } from '../entry.ts';

type Props = { question: Question; marks: Marks; isDisabled: boolean; onChange: (marks: Marks) => void };

const abstain = 'abstain';

const Names = ({ question, marks, isDisabled, onChange }: Props) => {
  const chosen = marks.isAbstain ? [abstain] : marks.names;
  const choices = [
    ...question.options.map(({ id }) => {
      const place = marks.names.indexOf(id);
      const rank = question.method === 'ranked' && place >= 0 ? { note: `第 ${place + 1} 位` } : {};
      return { id, name: optionWords(question, id), ...rank };
    }),
    { id: abstain, name: '弃权' },
  ];
  const choose = (id: string) => {
    if (isDisabled) return;
    onChange(id === abstain ? { isAbstain: true, names: [], points: {} } : withName(question, marks, id));
  };
  return (
    <Choices
      label="选票上选的"
      choices={choices}
      chosen={question.method === 'single' ? chosen[0] : chosen}
      onChoose={choose}
    />
  );
};

const Points = ({ question, marks, isDisabled, onChange }: Props) => (
  <View className={styles['stack']}>
    {question.options.map(({ id }) => (
      <Field key={id} label={optionWords(question, id)}>
        <LineBox
          value={marks.points[id] ?? ''}
          onChange={(typed) => onChange({ isAbstain: false, names: [], points: { ...marks.points, [id]: typed } })}
          keyboard="number"
          maxLength={7}
          placeholder={question.method === 'scored' ? `0 到 ${question.maxScore} 分，没写就空着` : '几点，没写就空着'}
          label={`${optionWords(question, id)}，选票上写的数`}
          isDisabled={isDisabled}
        />
      </Field>
    ))}
    <Choices
      label="弃权"
      choices={[{ id: abstain, name: '弃权' }]}
      chosen={marks.isAbstain ? abstain : undefined}
      onChoose={() => !isDisabled && onChange({ isAbstain: !marks.isAbstain, names: [], points: {} })}
    />
  </View>
);

/** What stands on the sheet. */
export const MarksCard = (props: Props) => (
  <Card title="选票上是怎么填的">
    {props.question.method === 'scored' || props.question.method === 'budget' ? (
      <Points {...props} />
    ) : (
      <Names {...props} />
    )}
  </Card>
);
